using LocalHost.Demo.People;

namespace LocalHost.Tests.Demo;

public sealed class MemoriesTests : IDisposable
{
    private static readonly DateTimeOffset _then = new(2030, 3, 1, 2, 7, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_done_and_typed_is_remembered_after_a_restart()
    {
        using (Memories before = new(folder.File("people.jsonl")))
        {
            before.Add(new("mail#Answer", "consultation~i1", "unicef", _then, "proposal/66-a", new Dictionary<string, IReadOnlyList<string>> { ["action"] = ["ធ្វើ"] }));
            before.Add(new("mail#Answer", "consultation~i1", "unicef", _then, Sent: new("I1-1", 1, false, new Dictionary<string, IReadOnlyList<string>>())));
        }

        using Memories after = new(folder.File("people.jsonl"));

        Assert.True(after.IsFinished("mail#Answer"));
        Assert.Equal(["ធ្វើ"], after.Typed("consultation~i1")["proposal/66-a"]["action"]);
    }

    [Fact]
    public void A_line_that_a_kill_tore_is_as_if_it_had_not_happened_and_spoils_no_other()
    {
        string path = folder.File("people.jsonl");
        using (Memories before = new(path))
            before.Add(new("a#Answer", "p~1", "w", _then));
        File.AppendAllText(path, "{\"act\":\"b#Answer\",\"place\":\"p~2");

        using (Memories between = new(path))
            between.Add(new("c#Answer", "p~3", "w", _then));
        using Memories after = new(path);

        Assert.Equal([true, false, true], new[] { "a#Answer", "b#Answer", "c#Answer" }.Select(after.IsFinished));
    }
}
