using System.Text.Json.Serialization;

namespace FollowUp.Domain.Children;

/// <summary>What one child said. Nothing in it leads back to a person.</summary>
/// <param name="AgeBand">One of <see cref="AgeBands"/>, as the adult attested it for the group.</param>
/// <param name="Region">As the adult attested it, or null.</param>
/// <param name="Topics">Of <see cref="ChildrensTopics"/>, at most <see cref="ChildrensTopics.Most"/>.</param>
/// <param name="Words">The child's own words, or null.</param>
/// <param name="MayQuote">Whether the words may be used as words; else the child only counts.</param>
public sealed record Voice(string Language, string AgeBand, string? Region, IReadOnlyList<string> Topics, string? Words, bool MayQuote)
{
    public VoiceReview? Review { get; init; }

    /// <summary>Words wait for a person who looks for what identifies somebody; a voice without words has nothing to look at.</summary>
    [JsonIgnore]
    public bool IsReviewed => Words is null || Review is not null;

    /// <summary>The words that may be shown: reviewed, not withheld, and with the child's leave.</summary>
    [JsonIgnore]
    public string? Quote => !MayQuote || Words is null ? null : Review?.Verdict switch
    {
        VoiceVerdict.Free => Words,
        VoiceVerdict.Redacted => Review.Words,
        _ => null,
    };
}

[JsonConverter(typeof(JsonStringEnumConverter<VoiceVerdict>))]
public enum VoiceVerdict
{
    /// <summary>Free of identifying detail as it is.</summary>
    [JsonStringEnumMemberName("free")] Free,

    /// <summary>Free of it in the edited words.</summary>
    [JsonStringEnumMemberName("redacted")] Redacted,

    /// <summary>The words are not used; the child counts.</summary>
    [JsonStringEnumMemberName("withheld")] Withheld,
}

/// <param name="Words">The edited words of a redacted voice, else null.</param>
/// <param name="Decision">Id of the coordinator's decision.</param>
public sealed record VoiceReview(VoiceVerdict Verdict, string? Words, string Decision);

/// <summary>A voice and the group that it came from, for weighing; the group is never shown.</summary>
public sealed record GroupVoice(string Group, Voice Voice);
