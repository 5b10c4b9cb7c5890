using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Desk.Reading;

/// <summary>In one word how somebody stands in a round.</summary>
internal static class InvitationStates
{
    public static IReadOnlyList<string> Names { get; } = ["answered", "recorded", "late", "started", "mailed", "unsent", "bounced", "unsubscribed"];

    public static string Of(Invitation i) =>
        i.IsLate ? "late"
        : i is { Submitted: not null, Recorded: not null } ? "recorded"
        : i.Submitted is not null ? "answered"
        : i.Unsubscribed is not null ? "unsubscribed"
        : i.Bounced is not null ? "bounced"
        : i.Started is not null ? "started"
        : i.Sent is not null ? "mailed"
        : "unsent";

    public static DateTimeOffset? Since(Invitation i) => i.Submitted ?? i.Unsubscribed ?? i.Bounced ?? i.Started ?? i.Sent;
}
