using FollowUpFunctions.Cycles;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LocalHost.Demo.Display;

/// <summary>The cycle on a terminal, drawn anew as it goes on.</summary>
internal sealed class TerminalDisplay(IAnsiConsole console) : ICycleDisplay
{
    private const int LastEvents = 8;
    private const int BarWidth = 20;

    // In columns of characters; on a narrower terminal the tables stand below each other.
    private const int WideEnough = 125;

    public async Task ShowAsync(Func<Action<CycleView>, Task> watch) =>
        await console.Live(new Text("Starting...")).AutoClear(true).StartAsync(async live => await watch(view =>
        {
            live.UpdateTarget(Draw(view));
            live.Refresh();
        }));

    private Rows Draw(CycleView view) => new(
        new Rule($"[bold]{Markup.Escape(view.Title)}[/]").LeftJustified(),
        new Markup($"[bold yellow]{view.Date(view.Now)}[/]   Phase: [bold]{Events.Phase(view.Report.Phase)}[/]   Mails: {view.Mails}   {Plan(view.Report)}"),
        RoundsOf(view.Report),
        Beside(Categories(view.Report), Recent(view)));

    private IRenderable Beside(IRenderable left, IRenderable right) =>
        console.Profile.Width < WideEnough ? new Rows(left, right) : new Grid().AddColumns(2).AddRow(left, right);

    private static string Plan(CycleReport report) => report.Plan is { } plan ? $"Plan: version {plan.Version}" : "Plan: not yet";

    private static Table RoundsOf(CycleReport report)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumns("Round", "Answers", "", "Reminders", "");
        foreach (RoundReport round in report.Rounds)
        {
            table.AddRow(
                Markup.Escape(Events.Round(round.Id)),
                Bar(round.Answered, round.Invited, round.State == "open" ? "yellow" : "green"),
                $"{round.Answered}/{round.Invited}",
                $"{round.Reminders}",
                round.State == "open" ? "[yellow]open[/]" : $"closed{(round.Late > 0 ? $", {round.Late} late" : "")}");
        }

        return table;
    }

    private static Table Categories(CycleReport report)
    {
        Table table = new() { Border = TableBorder.Simple, Title = new TableTitle("Answers by category, all rounds") };
        table.AddColumns("Category", "Answers", "");
        foreach (IGrouping<string, CategoryCount> category in report.Rounds.SelectMany(r => r.Categories).GroupBy(c => c.Key, c => c.Value).OrderBy(g => g.Key))
        {
            int answered = category.Sum(c => c.Answered);
            int invited = category.Sum(c => c.Invited);
            table.AddRow(Markup.Escape(category.Key.Replace('-', ' ')), Bar(answered, invited, "blue"), $"{answered}/{invited}");
        }

        return table;
    }

    private static Rows Recent(CycleView view) => new(
        [
            new Markup("[bold]Last events[/]"),
            .. Timeline.OldestFirst(view.Events)
                .Reverse()
                .Select(e => (e.At, Sentence: Events.Sentence(e)))
                .Where(e => e.Sentence is not null)
                .Take(LastEvents)
                .Select(e => (IRenderable)new Markup($"[grey]{view.Moment(e.At)}[/] {Markup.Escape(e.Sentence!)}")),
        ]);

    private static string Bar(int part, int whole, string colour)
    {
        int filled = whole == 0 ? 0 : part * BarWidth / whole;
        return $"[{colour}]{new string('█', filled)}[/][grey]{new string('░', BarWidth - filled)}[/]";
    }
}
