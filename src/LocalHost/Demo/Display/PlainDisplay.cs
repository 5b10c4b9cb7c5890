using FollowUpFunctions.Storage;

namespace LocalHost.Demo.Display;

/// <summary>A line for each event of note, for logs and pipes.</summary>
internal sealed class PlainDisplay(TextWriter output) : ICycleDisplay
{
    private readonly HashSet<(string, DateTimeOffset, string)> told = [];

    public Task ShowAsync(Func<Action<CycleView>, Task> watch) => watch(Show);

    private void Show(CycleView view)
    {
        foreach (JournalEntry entry in Timeline.OldestFirst(view.Events))
        {
            if (Events.Sentence(entry) is { } sentence && told.Add((entry.Event, entry.At, entry.Subject)))
                output.WriteLine($"{view.Moment(entry.At)}  {sentence}");
        }
    }
}
