using System.Text.Json;
using System.Text.RegularExpressions;
using FollowUpFunctions.Tests.Contracts;
using LocalHost.Durable;
using LocalHost.Durable.History;
using Microsoft.DurableTask;

namespace FollowUpFunctions.Tests.Proofs.Histories;

/// <summary>
/// What an orchestration of some version did on one path, as the engine keeps it: <c>Approved/histories/{version}/{orchestrator}.{path}.json</c>,
/// one event a line.
/// </summary>
/// <param name="Instance">The orchestration's id.</param>
internal sealed partial record GoldenHistory(string Version, string Name, string Instance, IReadOnlyList<HistoryEvent> Events)
{
    private const string Failure = "The storage did not answer.";

    public string Path => $"{Version}/{Name}";

    public string Orchestrator => Started.Name;

    public ExecutionStarted Started => Events.OfType<ExecutionStarted>().First();

    public IEnumerable<OrchestratorAction> Steps => Events.OfType<OrchestratorAction>();

    private static string Folder => Repository.PathOf("tests", "FollowUpFunctions.Tests", "Approved", "histories");

    public static IReadOnlyList<GoldenHistory> All { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];

    public static GoldenHistory Find(string path) => All.Single(h => h.Path == path);

    /// <summary>Takes out what is chance: fractions of seconds, ids of executions, and how a failure was worded.</summary>
    public static GoldenHistory Of(string path, string instance, IEnumerable<HistoryEvent> events)
    {
        List<string> executions = [];
        string json = HistoryJson.Write<IEnumerable<HistoryEvent>>(events.Select(Unworded));
        json = Fraction.Replace(json, "$1");
        json = Execution.Replace(json, m =>
        {
            if (!executions.Contains(m.Value))
                executions.Add(m.Value);
            return $"execution-{executions.IndexOf(m.Value) + 1}";
        });
        HistoryEvent[] scrubbed = HistoryJson.Read<HistoryEvent[]>(json);
        ExecutionStarted started = scrubbed.OfType<ExecutionStarted>().First();
        return new(started.Version!, $"{started.Name.Replace("Orchestrator", "", StringComparison.Ordinal)}.{path}", instance, scrubbed);
    }

    public void Write()
    {
        string file = System.IO.Path.Combine(Folder, Version, $"{Name}.json");
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $"{{\"Instance\":\"{Instance}\",\"Events\":[\n{string.Join(",\n", Events.Select(HistoryJson.Write))}\n]}}\n");
    }

    private static GoldenHistory Read(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
        return new(
            System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(file)!),
            System.IO.Path.GetFileNameWithoutExtension(file),
            document.RootElement.GetProperty(nameof(Instance)).GetString()!,
            HistoryJson.Read<HistoryEvent[]>(document.RootElement.GetProperty(nameof(Events)).GetRawText()));
    }

    private static HistoryEvent Unworded(HistoryEvent happened) => happened is TaskFailed failed
        ? failed with { Failure = new TaskFailureDetails(failed.Failure.ErrorType, Failure, null, null, null) }
        : happened;

    [GeneratedRegex(@"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.\d+")]
    private static partial Regex Fraction { get; }

    [GeneratedRegex(@"\b[0-9a-f]{32}\b")]
    private static partial Regex Execution { get; }
}
