namespace FollowUpFunctions.Cycles.Intake;

/// <summary>Something to mend in a body before it can be taken.</summary>
/// <param name="Pointer">Where, as a JSON pointer (RFC 6901); empty for the whole body.</param>
/// <param name="Message">A sentence that says what to do.</param>
public sealed record Problem(string Pointer, string Message);

/// <summary>Something that may be a mistake and stops nothing.</summary>
/// <param name="Pointer">Where, as a JSON pointer (RFC 6901).</param>
/// <param name="Detail">A sentence that says what to look at.</param>
public sealed record Warning(string Pointer, string Detail);
