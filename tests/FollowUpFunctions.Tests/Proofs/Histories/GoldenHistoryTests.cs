using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using FollowUpFunctions.Advocacy;
using LocalHost.Durable;
using LocalHost.Durable.History;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Tests.Proofs.Histories;

/// <summary>
/// Cycles live for years, over many deployments: what orchestrations of a shipped version did must stay what the code does when it is given their
/// history. It proves our code on our engine; docs/decisions/0049 says how a new version is added.
/// </summary>
public sealed partial class GoldenHistoryTests
{
    /// <summary>What each orchestrator can come to, by the names of its histories.</summary>
    private static readonly Dictionary<string, string[]> paths = new()
    {
        ["Advocacy"] = ["cancelled", "letters-repeated", "no-letters", "restarted"],
        ["ChildrensConsultation"] = ["answered", "cancelled", "not-asked"],
        ["Consultation"] = ["cancelled", "declined-responsibility", "restarted", "silence"],
        ["Cycle"] = ["answered", "cancelled", "restarted", "silence"],
        ["Dissemination"] = ["answered", "cancelled", "postponed", "restarted", "silence"],
        ["MeetingNotice"] = ["cancelled", "moved"],
        ["MonitoringWorkshop"] = ["answered", "cancelled", "restarted", "silence"],
        ["Progress"] = ["answered", "cancelled", "restarted", "silence"],
        ["Round"] =
        [
            "after-reminders", "answered-early", "cancelled", "cancelled-before-opening", "closed-by-decision", "extended", "nobody-invited", "postponed",
            "reminded-without-end", "restarted-when-closed", "restarted-when-open", "storage-failed",
        ],
    };

    public static TheoryData<string> Histories => [.. GoldenHistory.All.Select(h => h.Path)];

    [Theory]
    [MemberData(nameof(Histories))]
    public void Every_turn_of_a_history_is_taken_again_as_it_was(string path) => Assert.Empty(Replay.App.Faults(GoldenHistory.Find(path)));

    [Fact]
    public void Every_path_of_every_orchestrator_has_its_history()
    {
        IEnumerable<string> orchestrators = Functions<OrchestrationTriggerAttribute>().Select(o => o.Replace("Orchestrator", "", StringComparison.Ordinal));

        Assert.Equal(paths.Keys.Order(StringComparer.Ordinal), orchestrators.Order(StringComparer.Ordinal));
        Assert.All(GoldenHistory.All.Select(h => h.Version).Distinct(), version => Assert.Equal(
            paths.SelectMany(p => p.Value.Select(path => $"{version}/{p.Key}.{path}")).Order(StringComparer.Ordinal),
            GoldenHistory.All.Where(h => h.Version == version).Select(h => h.Path).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_step_that_the_app_can_take_is_in_some_history()
    {
        string[] taken = [.. GoldenHistory.All.SelectMany(h => h.Steps).Select(s => s switch
        {
            TaskScheduled activity => activity.Name,
            SubOrchestrationCreated child => child.Name,
            _ => "",
        }).Distinct()];

        Assert.Empty(Functions<ActivityTriggerAttribute>().Except(taken));
        Assert.Empty(Functions<OrchestrationTriggerAttribute>().Except(taken).Except(["CycleOrchestrator", "MeetingNoticeOrchestrator"]));
    }

    [Fact]
    public void Whichever_step_of_a_history_is_another_it_is_noticed()
    {
        foreach (GoldenHistory golden in GoldenHistory.All)
        {
            foreach (OrchestratorAction step in golden.Steps.Where(s => s is not TimerCreated))
            {
                OrchestratorAction other = step is TaskScheduled activity ? activity with { Name = "AnotherStep" } : ((SubOrchestrationCreated)step) with { Name = "AnotherStep" };
                GoldenHistory changed = golden with { Events = [.. golden.Events.Select(e => ReferenceEquals(e, step) ? other : e)] };
                Assert.True(Replay.App.Faults(changed).Any(), $"{golden.Path} replays with another step {step.Step}.");
            }
        }
    }

    [Theory]
    [InlineData(typeof(ChangedLetters.OneMore), "step 0 history has activity 'AreLettersPlanned', but the code now asks for activity 'RecordReplies'")]
    [InlineData(typeof(ChangedLetters.OneLess), "step 2 history has activity 'RecordReplies', but the code now asks for activity 'AreLettersPlanned'")]
    [InlineData(typeof(ChangedLetters.Moved), "step 1 history has sub-orchestration 'RoundOrchestrator', but the code now asks for activity 'RecordReplies'")]
    [InlineData(typeof(ChangedLetters.Renamed), "step 0 history has activity 'AreLettersPlanned', but the code now asks for activity 'LettersArePlanned'")]
    [InlineData(typeof(ChangedLetters.OtherInput), "the code with {\"type\":\"TaskScheduled\",\"Name\":\"AreLettersPlanned\",\"Input\":\"\\\"testland-2031\\\"\"")]
    public void An_orchestrator_whose_steps_are_changed_is_not_let_through(Type changed, string because)
    {
        Replay replay = new([changed, .. typeof(FollowUpApp).Assembly.GetTypes().Where(t => t != typeof(AdvocacyOrchestrator))]);

        Assert.Contains(replay.Faults(GoldenHistory.Find("1.0/Advocacy.letters-repeated")), fault => fault.Contains(because, StringComparison.Ordinal));
    }

    [Fact]
    public void Histories_hold_ids_and_instants_and_no_words()
    {
        foreach (GoldenHistory golden in GoldenHistory.All)
            Assert.All(golden.Events.SelectMany(Texts), text => Assert.True(Id.IsMatch(text) && !Token.IsMatch(text), $"{golden.Path} holds '{text}'."));
    }

    private static IEnumerable<string> Functions<TTrigger>() where TTrigger : Attribute =>
        from type in typeof(FollowUpApp).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where method.GetParameters().Any(p => p.GetCustomAttribute<TTrigger>() is not null)
        select method.GetCustomAttribute<FunctionAttribute>()!.Name;

    /// <summary>All texts of an event, and of the documents in it; but for how its failure was worded, which is always the same.</summary>
    private static IEnumerable<string> Texts(HistoryEvent happened)
    {
        using JsonDocument document = JsonDocument.Parse(HistoryJson.Write(happened is TaskFailed failed ? new TaskCompleted(failed.At, failed.Step, null) : happened));
        return [.. Texts(document.RootElement.Clone())];
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Name is "Input" or "Result" or "Payload" or "Status" && p.Value.GetString() is { } json
            ? Texts(JsonDocument.Parse(json).RootElement)
            : Texts(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.:+~-]{0,63}$")]
    private static partial Regex Id { get; }

    [GeneratedRegex(@"\d\.[A-Za-z0-9_-]{24}")]
    private static partial Regex Token { get; }
}
