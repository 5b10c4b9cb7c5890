using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Decisions.Plans;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions;

/// <summary>What a decision is taken in view of.</summary>
public sealed record DecisionView(CycleState State, CycleContents Cycle, IReadOnlyList<Round> Rounds, DateTimeOffset Now)
{
    private readonly Lazy<IReadOnlyList<PlanItem>> reviewed = new(() => []);

    public CycleSettings Settings => State.Settings;

    /// <summary>What was decided before.</summary>
    public IReadOnlyList<DecisionOnRecord> Decided
    {
        get;
        init
        {
            field = value;
            reviewed = new(() => PlanReviews.Apply(Cycle.Items, value.Reviews()));
        }
    } = [];

    /// <summary>The plan with the decisions before.</summary>
    public IReadOnlyList<PlanItem> Reviewed => reviewed.Value;

    public Round? Round(string? id) => Rounds.FirstOrDefault(r => r.Id == id);
}

/// <summary>One kind of decision: what it must say, when it can be taken, what it changes.</summary>
public abstract class DecisionKind
{
    /// <summary>Its name in requests and on record.</summary>
    public abstract string Name { get; }

    /// <summary>One of <see cref="JournalEvents"/>.</summary>
    public abstract string JournalEvent { get; }

    /// <summary>What is missing or wrong in what was asked (400).</summary>
    public abstract IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view);

    /// <summary>The same, where it takes more than the view to tell.</summary>
    public virtual Task<IReadOnlyList<Problem>> FaultsAsync(string cycle, DecisionRequest asked, DecisionView view, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Problem>>([.. Faults(asked, view)]);

    /// <summary>Why a sound decision can't be taken now (409), or null.</summary>
    public virtual string? Hindrance(DecisionRequest asked, DecisionView view) => null;

    /// <summary>The same, where it takes more than the view to tell.</summary>
    public virtual Task<string?> HindranceAsync(string cycle, DecisionRequest asked, DecisionView view, CancellationToken cancellation) =>
        Task.FromResult(Hindrance(asked, view));

    /// <summary>The decision as it is kept. Also made of what was asked with faults, to compare it with one on record.</summary>
    public abstract DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id);

    /// <summary>What the journal says it was about: an id, never a name.</summary>
    public abstract string Subject(DecisionOnRecord decision);

    /// <summary>What else the journal says: the decision's id, and for some the reason, without names.</summary>
    public virtual string Detail(DecisionOnRecord decision) => decision.Id;

    /// <summary>Brings the decision into the tables; doing so twice changes nothing.</summary>
    /// <returns>The rounds whose orchestrations should look at their rows; also where it was brought in before.</returns>
    public abstract Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation);
}
