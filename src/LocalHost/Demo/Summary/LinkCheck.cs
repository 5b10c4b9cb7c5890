using System.Collections.Concurrent;
using LocalHost.Demo.People;

namespace LocalHost.Demo.Summary;

internal static class LinkCheck
{
    private const int AtOnce = 4;

    /// <summary>Opens the links that nobody has opened so far: each link of each mail must lead somewhere.</summary>
    public static async Task<Check> OfAsync(
        IReadOnlyCollection<Mail> mails, IReadOnlyList<Memory> memories, Browser browser, CancellationToken cancellation)
    {
        HashSet<string> opened = [.. memories.SelectMany(m => m.Opened ?? [])];
        string[] unopened = [.. mails.SelectMany(m => (string?[])[.. m.Links, m.Unsubscribe]).OfType<string>().Where(l => !opened.Contains(l)).Distinct()];
        ConcurrentBag<string> dead = [];
        await Parallel.ForEachAsync(
            unopened,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (link, token) =>
            {
                if (!await browser.WorksAsync(link, token))
                    dead.Add(link);
            });
        return new(
            "Every link in every mail works",
            [
                .. mails.Where(m => m.Links.Count == 0).Select(m => $"{m.Key} has no link."),
                .. dead.Order(StringComparer.Ordinal).Select(l => $"{l} does not work."),
            ]);
    }
}
