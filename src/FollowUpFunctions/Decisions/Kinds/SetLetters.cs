using System.Globalization;
using FollowUp.Domain.Advocacy;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>How often the coalition writes to those who are responsible, and which ministries are in charge of the Convention.</summary>
public sealed class SetLetters(CyclesTable cycles) : DecisionKind
{
    public override string Name => "set-letters";

    public override string JournalEvent => JournalEvents.LettersSet;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        Findings findings = new();
        new LetterIntake(findings, view.Cycle.Stakeholders, "").Read(new(asked.Every, asked.InCharge));
        return findings.Problems;
    }

    public override string? Hindrance(DecisionRequest asked, DecisionView view) =>
        view.State.Phase is null or <= FollowUp.Domain.Rounds.Phase.Consultation || view.Settings.Letters is not null
            ? null
            : "The plan is out and its letters were left out: they can be set until the consultation is over.";

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) => new(id, Name, view.Now, Note: asked.Note)
    {
        Letters = TimeSpan.TryParseExact(asked.Every, "c", CultureInfo.InvariantCulture, out TimeSpan every) ? new(every, asked.InCharge ?? []) : null,
    };

    public override string Subject(DecisionOnRecord decision) => "letters";

    public override async Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        await cycles.ChangeSettingsAsync(cycle, settings => settings.Changed(decision.Id, now => now with { Letters = decision.Letters }), cancellation);
        return [];
    }
}
