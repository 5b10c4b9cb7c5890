using System.Text.RegularExpressions;
using FollowUpFunctions.Tests.Contracts;

namespace FollowUpFunctions.Tests.Runbook;

/// <summary>A runbook whose drills are not there would be found out on the worst day.</summary>
public sealed partial class RunbookTests
{
    private const string NotHere = "can't be run here";

    private static readonly string[] questions = ["What it looks like", "What to do", "How one sees that it is over", "Drill"];

    /// <summary>Title and text of each chapter.</summary>
    private static readonly (string Title, string Text)[] chapters =
    [
        .. Repository.Read("docs", "runbook.md").Split("\n## ").Skip(1).Select(c => (c.Split('\n')[0], c)).Where(c => c.Item2.Contains("**Drill.**", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Each_chapter_says_how_it_looks_what_to_do_and_when_it_is_over()
    {
        Assert.True(chapters.Length >= 14, $"{chapters.Length} chapters");
        Assert.All(chapters, c => Assert.All(questions, q => Assert.True(c.Text.Contains($"**{q}.**", StringComparison.Ordinal), $"'{c.Title}' does not say: {q}")));
    }

    [Fact]
    public void Every_drill_that_is_named_exists_and_a_chapter_without_one_says_why()
    {
        HashSet<string> tests = [.. Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Test.Matches(File.ReadAllText(file)).Select(m => $"{Path.GetFileNameWithoutExtension(file)}.{m.Groups[1].Value}"))];
        foreach ((string title, string text) in chapters)
        {
            string drill = text[text.IndexOf("**Drill.**", StringComparison.Ordinal)..];
            string[] named = [.. Named.Matches(drill).Select(m => m.Groups[1].Value)];
            Assert.True(named.Length > 0 || drill.Contains(NotHere, StringComparison.Ordinal), $"'{title}' names no drill and does not say why.");
            Assert.All(named, n => Assert.True(n.Contains('/') ? File.Exists(Repository.PathOf(n.Split('/'))) : tests.Contains(n), $"'{title}': there is no {n}."));
        }
    }

    [Fact]
    public void Every_request_that_it_tells_to_make_has_a_route()
    {
        string[] routes = [.. Repository.Read("tests", "FollowUpFunctions.Tests", "Approved", "routes.approved.txt").Split('\n').Select(l => l.Split(' ')[0])];
        string[] asked = [.. Asked.Matches(Repository.Read("docs", "runbook.md")).Select(m => m.Groups[1].Value).Distinct()];

        Assert.True(asked.Length > 5);
        Assert.All(asked, path => Assert.Contains(routes, route => Regex.IsMatch(path, $"^{Parameter.Replace(route, "[^/]+")}$")));
    }

    /// <summary>A method with [Fact] or [Theory] and what stands between.</summary>
    [GeneratedRegex(@"\[(?:Fact|Theory)[^\n]*\](?:\s*\[[^\n]*\])*\s*public (?:async )?\w+ (\w+)\(")]
    private static partial Regex Test { get; }

    [GeneratedRegex(@"`([\w/.-]+\.\w+)`")]
    private static partial Regex Named { get; }

    [GeneratedRegex(@"\$APP/((?!runtime)[a-z][^\s""'`?]*)")]
    private static partial Regex Asked { get; }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter { get; }
}
