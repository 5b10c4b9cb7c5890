namespace FollowUpFunctions.Storage;

/// <summary>A group of children in a cycle's children's consultation, by the invitation of its focal adult.</summary>
public sealed record GroupRef(string Cycle, string Invitation);

/// <summary>What the focal adult attests before anything opens.</summary>
/// <param name="Children">For how many children consent was given: no more voices than that are taken.</param>
public sealed record Attestation(int Children, string AgeBand, string? Region);

/// <summary>A group as it is on record.</summary>
/// <param name="Voices">How many there are; counted in the transaction that adds or deletes one.</param>
/// <param name="Sealed">The round is over: no voice is taken any more, and those that came stand in an order of chance.</param>
public sealed record ChildrensGroup(Attestation Attested, int Voices = 0, bool Sealed = false);

public enum VoiceOutcome
{
    /// <summary>Now or before: the same one sent twice is one.</summary>
    Taken,

    /// <summary>As many voices as were attested have come.</summary>
    Full,
    Over,
}

/// <summary>A voice as it is kept.</summary>
/// <param name="Id">Made by chance; another one before the round has closed.</param>
public sealed record VoiceOnRecord(string Id, string Group, FollowUp.Domain.Children.Voice Voice);
