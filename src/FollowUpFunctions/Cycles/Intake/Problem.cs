namespace FollowUpFunctions.Cycles.Intake;

/// <summary>Something to mend in a body before it can be taken.</summary>
/// <param name="Pointer">Where, as a JSON pointer (RFC 6901); empty for the whole body.</param>
/// <param name="Message">A sentence that says what to do.</param>
public sealed record Problem(string Pointer, string Message);
