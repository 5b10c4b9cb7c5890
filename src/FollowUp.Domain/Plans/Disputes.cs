using System.Text.Json.Serialization;

namespace FollowUp.Domain.Plans;

/// <summary>Why a recommendation asks for a meeting.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Dispute>))]
public enum Dispute
{
    /// <summary>Nobody was named to lead, or nobody who can be asked.</summary>
    NobodyToLead,

    /// <summary>Two organisations were named as often, or nearly.</summary>
    NarrowLead,

    /// <summary>The kinds of stakeholders name different organisations, and none has most of them behind it.</summary>
    KindsDisagreeOnLead,

    /// <summary>Some kinds of stakeholders call it important, others say that it is not.</summary>
    KindsDisagreeOnPriority,

    /// <summary>Who was asked to lead declined.</summary>
    Declined,
}

/// <summary>What is disputed, from the doubts that the proposals left and from what the organisations and the coordinators said since.</summary>
public static class Disputes
{
    public static IReadOnlyList<Dispute> Of(PlanItem item)
    {
        bool led = item.Responsibility.State is ResponsibilityState.Accepted or ResponsibilityState.Assigned;
        IEnumerable<Dispute> left = item.Settled is not null
            ? item.Doubts.Where(d => d == Dispute.NobodyToLead && item.Responsibility.Organisation is null)
            : item.Doubts.Where(d => d == Dispute.KindsDisagreeOnPriority || !led);
        return
        [
            .. left,
            .. item.Responsibility.State == ResponsibilityState.Declined ? [Dispute.Declined] : Array.Empty<Dispute>(),
        ];
    }
}
