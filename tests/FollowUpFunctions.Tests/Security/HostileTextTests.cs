using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using Microsoft.Azure.Functions.Worker;
using MimeKit;

namespace FollowUpFunctions.Tests.Security;

/// <summary>Whatever people type, it stays what they typed: in every page, mail, file and answer of the app that ever shows it.</summary>
public sealed partial class HostileTextTests(HostileCycle cycle) : IClassFixture<HostileCycle>
{
    private const int FewestRoutes = 20;

    private static readonly Dictionary<string, string[]> parts = new()
    {
        ["cycle"] = ["testland-2031"],
        ["who"] = [Party.Ngo.Id, Party.Youth.Id],
        ["round"] = ["workshop-invitation", "commitments", "consultation", "responsibility", "progress-1"],
        ["kind"] = ["recommendations"],
        ["file"] = ["en.html", "km.docx"],
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Story Story => cycle.Story;

    [Fact]
    public async Task Nothing_typed_runs_in_what_is_published()
    {
        IReadOnlyList<string> files = await Story.Plans.FilesAsync();

        Assert.Contains(files, f => f.EndsWith(".csv", StringComparison.Ordinal));
        foreach (string file in files)
            await MustBeHarmlessAsync(file, await Story.Plans.GetAsync(file));
        Assert.Contains("x-evil", await Story.Plans.TextAsync("latest.json") + await Story.Plans.TextAsync("v1/plan.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_typed_runs_in_any_answer_of_the_app()
    {
        using HttpClient desk = await Story.App.AtDeskAsync();
        string[] addresses = [.. Readable().SelectMany(Filled)];
        List<string> showing = [];
        foreach (string address in addresses)
        {
            foreach (string variant in new[] { "", "?format=csv", "?format=xlsx" })
            {
                using HttpResponseMessage answer = await (address.StartsWith("desk", StringComparison.Ordinal) ? desk : Story.App.Coordinator).GetAsync(address + variant, Cancellation);
                if (await MustBeHarmlessAsync(address + variant, answer) is { } text && text.Contains("x-evil", StringComparison.Ordinal))
                    showing.Add(address);
            }
        }

        Assert.True(addresses.Length > FewestRoutes, "The routes are no longer found.");
        Assert.Contains($"cycles/{Story.Cycle}/stakeholders", showing);
        Assert.Contains($"cycles/{Story.Cycle}/recommendations", showing);
    }

    [Fact]
    public async Task Nothing_typed_runs_in_any_mail()
    {
        IReadOnlyList<Letter> letters = await Story.Mails.ReadAsync();

        Assert.NotEmpty(letters);
        foreach (Letter letter in letters)
        {
            Harmless.Page(letter.Name, letter.Message.HtmlBody!);
            Assert.DoesNotContain(letter.Message.Headers, h => h.Field.StartsWith("x-evil", StringComparison.OrdinalIgnoreCase));
            Assert.Single(letter.Message.To);
            foreach (MimePart file in letter.Message.BodyParts.OfType<MimePart>().Where(p => p is not TextPart { IsHtml: true } and not TextPart { IsPlain: true }))
            {
                using MemoryStream content = new();
                await file.Content!.DecodeToAsync(content, Cancellation);
                Harmless.Assert($"{letter.Name} {file.FileName}", file.ContentType.MimeType, content.ToArray());
            }
        }
    }

    [Fact]
    public async Task Nothing_typed_runs_in_the_pages_behind_personal_links()
    {
        foreach (IGrouping<string, Letter> somebody in (await Story.Mails.ReadAsync()).Where(l => l.Links.Any(x => x.Contains("/r/", StringComparison.Ordinal))).GroupBy(l => l.To))
        {
            foreach (string address in somebody.Select(l => l.Form).Distinct().SelectMany(f => new[] { f, $"{f}/check", $"{f}/receipt", $"{f}/recommendations", $"{f}/action/11", $"{f}?lang=ar" }))
                await MustBeHarmlessAsync(address, await Story.App.Anybody.GetAsync(address, Cancellation));
        }
    }

    private static async Task<string?> MustBeHarmlessAsync(string name, HttpResponseMessage answer)
    {
        Assert.True((int)answer.StatusCode < 500, $"{name} answered {answer.StatusCode}.");
        byte[] content = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        if (content.Length == 0)
            return null;
        Harmless.Assert(name, answer.Content.Headers.ContentType?.MediaType, content);
        return Encoding.UTF8.GetString(content);
    }

    private static IEnumerable<string> Readable() =>
        from type in typeof(FollowUpApp).Assembly.GetTypes()
        from method in type.GetMethods()
        from trigger in method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()
        where trigger.Methods?.Contains("get") == true && trigger.Route is { } route && (route.StartsWith("cycles", StringComparison.Ordinal) || route.StartsWith("desk", StringComparison.Ordinal))
        select trigger.Route;

    // Every way to fill the parts of a route that this cycle has something for.
    private static IEnumerable<string> Filled(string route)
    {
        if (Part.Match(route) is not { Success: true } match)
            return [route];
        return parts.TryGetValue(match.Groups[1].Value, out string[]? values)
            ? values.SelectMany(v => Filled(route.Replace(match.Value, v, StringComparison.Ordinal)))
            : [];
    }

    [GeneratedRegex(@"\{(\w+)\??\}")]
    private static partial Regex Part { get; }
}
