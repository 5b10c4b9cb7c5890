using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles.Intake;
using LocalHost.Storage;

namespace LocalHost.Demo.Sample;

/// <summary>The cycle that the demo runs: what is posted, and what everybody in it knows anyway.</summary>
/// <param name="Json">The body of <c>POST /cycles</c>.</param>
/// <param name="Translations">What its translators will write.</param>
internal sealed record SampleCycle(string Json, CycleContents Contents, SampleTranslations Translations)
{
    /// <summary>A week before the first round of the sample's calendar opens.</summary>
    public static DateTimeOffset VirtualStart { get; } = new(2030, 1, 7, 1, 0, 0, TimeSpan.Zero);

    public string Id => Contents.Settings.Id;

    /// <summary>How long a round is open; for one without end, how often it reminds.</summary>
    public TimeSpan Length(string round) =>
        Planned(round) is { Closes: { } closes } window
            ? closes - window.Opens
            : Contents.Settings.CoordinatorReminderEvery;

    public int Reminders(string round) =>
        Planned(round)?.Reminders.Count ?? 0;

    private RoundWindow? Planned(string round) => RoundKinds.Find(round)?.Planned(Contents.Settings, round);

    /// <summary>The sample of the repository; a demo that is resumed has kept its own.</summary>
    public static async Task<SampleCycle> OfAsync(DemoFolder folder, CancellationToken cancellation)
    {
        string repository = Path.Combine(RepositoryRoot.Find(), "samples", "khm-2011");
        string path = File.Exists(folder.CycleFile) ? folder.CycleFile : Path.Combine(repository, "cycle.json");
        SampleTranslations translations = await SampleTranslations.ReadAsync(Path.Combine(repository, "translations.json"), cancellation);
        return File.Exists(path)
            ? await ReadAsync(await File.ReadAllTextAsync(path, cancellation), translations, cancellation)
            : throw new HostException($"The sample cycle is missing: {path}. Clone the repository anew, or fetch the file from it.");
    }

    /// <summary>This cycle with the calendar that it will have, kept in the demo's folder. A calendar of seconds begins a few seconds from now.</summary>
    public async Task<SampleCycle> ScheduledAsync(DemoFolder folder, CancellationToken cancellation)
    {
        if (File.Exists(folder.CycleFile))
            return this;
        SampleCycle scheduled = this;
        if (folder.Identity.Seconds)
        {
            JsonObject json = JsonNode.Parse(Json)!.AsObject();
            SecondsCalendar.Apply(json, Contents.Settings.Calendar, TimeProvider.System.GetUtcNow());
            scheduled = await ReadAsync(json.ToJsonString(), Translations, cancellation);
        }

        string next = folder.CycleFile + ".next";
        await File.WriteAllTextAsync(next, scheduled.Json, cancellation);
        File.Move(next, folder.CycleFile, overwrite: true);
        return scheduled;
    }

    private static async Task<SampleCycle> ReadAsync(string json, SampleTranslations translations, CancellationToken cancellation)
    {
        using MemoryStream bytes = new(Encoding.UTF8.GetBytes(json));
        CycleIntake intake = await CycleIntake.Read(bytes, DateTimeOffset.UnixEpoch, cancellation);
        return intake.Contents is { } contents
            ? new(json, contents, translations)
            : throw new HostException($"The sample cycle can't be read: {string.Join(' ', intake.Problems.Select(p => $"{p.Pointer}: {p.Message}"))}");
    }
}
