using System.Globalization;
using LocalHost.Demo.Summary;
using Spectre.Console;

namespace LocalHost.Demo.Display;

/// <summary>What came out, on the console.</summary>
internal sealed class SummaryPrinter(IAnsiConsole console)
{
    private const int MostFailures = 5;

    public void Print(DemoSummary summary)
    {
        console.WriteLine();
        console.Write(Rounds(summary));
        Line(string.Create(CultureInfo.InvariantCulture,
            $"{summary.Rounds.Sum(r => r.Answered):N0} answers to {summary.Rounds.Sum(r => r.Invited):N0} invitations; {summary.Mails:N0} mails, {summary.Requests:N0} requests, {summary.RealSeconds:N0} seconds."));
        if (summary.PlanVersion > 0)
            Line($"The plan, version {summary.PlanVersion}: {Figure("recommendations")} recommendations, {Figure("withAction")} with an action, {Figure("withResponsible")} taken on; {Figure("commitments")} commitments, {Figure("actions")} actions, {Figure("monitoringTasks")} monitoring tasks.");
        if (summary.ReportAddress is { } report)
            Line($"The report of commitments: {report}");
        Line($"{summary.Rounds.Max(r => r.Bounced)} address bounced; {summary.Rounds.Sum(r => r.Late)} answers came late and are kept.");
        foreach (Assigned a in summary.Assigned.Where(a => a.DeclinedBy is not null))
            Line($"Recommendation {a.Recommendation}: {a.DeclinedBy} declined{Outcome(a)}.");
        if (summary.Assigned.Count(a => a.DeclinedBy is null) is > 0 and int others)
            Line($"{others} more recommendations that nobody had taken on were assigned by the coordinator.");
        console.WriteLine();
        foreach (Check check in summary.Checks)
            Print(check);

        string Figure(string name) => summary.Figures[name].ToString(CultureInfo.InvariantCulture);
    }

    private static string Outcome(Assigned a) =>
        a.ProposedInstead is null ? $"; assigned to {a.Organisation}"
        : a.ProposedInstead == a.Organisation ? $" and proposed {a.Organisation}, to whom it was assigned"
        : $" and proposed {a.ProposedInstead}; assigned to {a.Organisation}";

    private static Table Rounds(DemoSummary summary)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumns("Round", "Invited", "Answered", "Late", "Bounced", "Reminders", "Closed by");
        foreach (int numbers in Enumerable.Range(1, 5))
            table.Columns[numbers].RightAligned();
        foreach (RoundSummary r in summary.Rounds)
            table.AddRow(Markup.Escape(Events.Round(r.Id)), $"{r.Invited}", $"{r.Answered}", $"{r.Late}", $"{r.Bounced}", $"{r.Reminders}", r.ClosedBy?.ToLowerInvariant() ?? "still open");
        return table;
    }

    private void Print(Check check)
    {
        Line($"{(check.Holds ? "ok    " : "FAILED")} {check.Name}");
        foreach (string failure in check.Failures.Take(MostFailures))
            Line($"       {failure}");
        if (check.Failures.Count > MostFailures)
            Line($"       and {check.Failures.Count - MostFailures} more");
    }

    // Not wrapped: addresses and sentences stay whole in a log.
    private void Line(string text) => console.Profile.Out.Writer.WriteLine(text);
}
