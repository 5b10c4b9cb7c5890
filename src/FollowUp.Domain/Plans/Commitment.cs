using System.Text.Json.Serialization;

namespace FollowUp.Domain.Plans;

/// <summary>What an organisation said at the workshop that it would do, as the leader of a group wrote it down.</summary>
/// <param name="By">The date as it was given, or null.</param>
public sealed record Commitment(string Action, string Organisation, DateOnly? By, AnswerSource Source)
{
    /// <summary>From 1: a group can have up to three for a recommendation.</summary>
    public int Number { get; init; } = 1;

    /// <summary>The word of the organisation itself; null where it wrote the commitment down itself, or before anybody was asked.</summary>
    public Signature? Own { get; init; }

    /// <summary>Organisations that were named as signing too, each once.</summary>
    public IReadOnlyList<Signature> CoSigners { get; init; } = [];

    [JsonIgnore]
    public string Key => CommitmentKey.Of(Source.Recommendation, Number);

    /// <summary>What its own organisation declined is on record, and no commitment.</summary>
    [JsonIgnore]
    public bool Stands => Own?.State != SignatureState.Declined;

    [JsonIgnore]
    public IEnumerable<Signature> Signatures => Own is null ? CoSigners : CoSigners.Prepend(Own);
}

[JsonConverter(typeof(JsonStringEnumConverter<SignatureState>))]
public enum SignatureState
{
    /// <summary>To be asked, or asked and silent.</summary>
    Open,
    Confirmed,
    Declined,

    /// <summary>Nobody could ask it: it is not on the list of stakeholders, or its address takes no mail of ours.</summary>
    NotAsked,
}

/// <summary>What an organisation says to a commitment that somebody else wrote down in its name.</summary>
/// <param name="Reply">The answer that says so, or null.</param>
public sealed record Signature(string Organisation, SignatureState State, AnswerSource? Reply = null);

/// <summary>Names one commitment of a recommendation, such as <c>66-a.2</c>; a dot is in no recommendation's key.</summary>
public static class CommitmentKey
{
    public static string Of(string recommendation, int number) => $"{recommendation}.{number}";

    /// <summary>The recommendation's key, also where that is given itself.</summary>
    public static string Recommendation(string key) => key.Split('.')[0];
}
