using System.Text.Json.Serialization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Progress;

namespace FollowUp.Domain.Advocacy;

/// <summary>What a letter asks for about one recommendation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LetterAsk>))]
public enum LetterAsk
{
    /// <summary>The plan names the organisation, which has not said yet whether it takes the recommendation on.</summary>
    [JsonStringEnumMemberName("confirm")] Confirm,

    /// <summary>The organisation has taken it on; it is not done.</summary>
    [JsonStringEnumMemberName("carry-out")] CarryOut,

    /// <summary>Nobody has taken it on: a ministry in charge of the Convention is asked to, or to say who should.</summary>
    [JsonStringEnumMemberName("settle")] Settle,

    /// <summary>Another organisation has taken it on, and it is not done: a ministry in charge is asked to see to it.</summary>
    [JsonStringEnumMemberName("see-to")] SeeTo,

    /// <summary>It was to be done by a day that has passed.</summary>
    [JsonStringEnumMemberName("overdue")] Overdue,
}

/// <param name="Recommendation">Key.</param>
/// <param name="Responsible">The organisation that the plan names, or null.</param>
/// <param name="HasTies">Whether the coalition can write to that organisation itself: it is on the list of stakeholders.</param>
public sealed record LetterLine(string Recommendation, LetterAsk Ask, string? Responsible, bool HasTies)
{
    /// <summary>What was due, with <see cref="LetterAsk.Overdue"/>.</summary>
    public Deadline? Overdue { get; init; }
}

/// <summary>What the coalition writes to one organisation.</summary>
/// <param name="Lines">In the document's order.</param>
public sealed record Letter(Stakeholder To, IReadOnlyList<LetterLine> Lines);
