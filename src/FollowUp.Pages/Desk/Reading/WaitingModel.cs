using FollowUp.Domain.Rounds;

namespace FollowUp.Pages.Desk.Reading;

/// <summary>Something that only a coordinator can do.</summary>
/// <param name="Key">Its sentence stands under <c>waiting.{Key}</c>, the words of its link under <c>waiting.{Key}.do</c>.</param>
/// <param name="Count">Said where the sentence has a number.</param>
/// <param name="Since">Null where it waits since no particular moment.</param>
public sealed record WaitingTask(string Key, int Count, DateTimeOffset? Since, string Href);

/// <summary>A round that is open, and whom it waits for.</summary>
/// <param name="Unsent">Invitations that are still to be mailed.</param>
/// <param name="Outstanding">By category, <c>coordinator</c> or <c>translator</c>.</param>
public sealed record OpenRound(
    string Id, DateTimeOffset? Closes, int Invited, int Answered, int Unsent, IReadOnlyList<(string Who, int Count)> Outstanding, string Href);

/// <summary>What comes next by itself.</summary>
/// <param name="Key"><c>opens</c>, <c>closes</c> or <c>begins</c>: its sentence stands under <c>waiting.next.{Key}</c>.</param>
public sealed record NextStep(string Step, string Key, DateTimeOffset At);

/// <param name="Key">Its text stands under <c>waiting.published.{Key}</c>.</param>
public sealed record PublishedPage(string Key, string Href);

/// <summary>What waits for the coordinators, for whom else, and where the cycle stands.</summary>
/// <param name="Phase">Null before the first.</param>
public sealed record WaitingModel(
    DeskFrame Frame, Phase? Phase, IReadOnlyList<WaitingTask> Tasks, IReadOnlyList<OpenRound> Rounds, NextStep? Next, IReadOnlyList<PublishedPage> Published) : PageModel
{
    internal override Type Component => typeof(WaitingPage);

    /// <summary>When it ended; null while it goes on.</summary>
    public DateTimeOffset? Ended { get; init; }

    public DateTimeOffset? Cancelled { get; init; }

    /// <summary>Version of the newest plan and when it was published; null where none is.</summary>
    public (int Version, DateTimeOffset At)? Plan { get; init; }
}
