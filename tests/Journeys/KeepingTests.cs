using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Journeys.Cycles;
using Journeys.Host;
using Journeys.People;

namespace Journeys;

public sealed class KeepingTests(JourneyHost host)
{
    private const string Round = "workshop-invitation";
    private const string Guest = "Petra Quill";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cycle_that_is_over_is_archived_and_restored_under_an_id_that_is_free()
    {
        await using Journey journey = await OverAsync();
        byte[] archive = await ArchiveAsync(journey);
        string other = $"restored{journey.Cycle["restored".Length..]}";
        Secretariat restored = new(host.Coordinator, other);

        (await RestoreAsync(archive)).IsProblem(HttpStatusCode.Conflict, "is in use");
        (await RestoreAsync(Archive.Spoilt(archive))).IsProblem(HttpStatusCode.BadRequest, "changed or damaged");
        (await RestoreAsync([1, 2, 3])).IsProblem(HttpStatusCode.BadRequest, "no ZIP file");
        byte[] renamed = Archive.Renamed(archive, journey.Cycle, other);
        Answer first = await RestoreAsync(renamed);
        Answer again = await RestoreAsync(renamed);

        Assert.True(first.Status == HttpStatusCode.Created, first.Text);
        Assert.Equal((HttpStatusCode.OK, first.Text), (again.Status, again.Text));
        JsonNode status = await restored.StatusAsync();
        Assert.NotNull(status["restoredAt"]);
        Assert.Equal(1, (int)status["rounds"]![0]!["answered"]!);
        Assert.Contains(Guest, (await restored.GetAsync("/attendance")).Text, StringComparison.Ordinal);
        Assert.Equal(await journey.Secretariat.JournalAsync(), (await restored.JournalAsync()).Select(e => e with { Subject = e.Subject.Replace(other, journey.Cycle, StringComparison.Ordinal) }));
    }

    [Fact]
    public async Task A_person_is_given_what_is_held_about_them_and_is_erased()
    {
        await using Journey journey = await OverAsync();
        Person nadia = journey.Person(Party.Ngo);
        string link = (await nadia.InvitationAsync(Round)).Form!;

        Answer held = await journey.Secretariat.GetAsync("/people/ngo/export");
        Answer report = await journey.Secretariat.PostAsync("/people/erase", new() { ["email"] = Party.Ngo.Email.ToUpperInvariant() });

        Assert.Equal(Party.Ngo.Email, (string)held.Json["contact"]!["email"]!);
        Assert.Contains(Guest, held.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Party.Ministry.Contact, held.Text, StringComparison.Ordinal);
        Assert.True(report.Status == HttpStatusCode.OK, report.Text);
        Assert.Equal("ngo", (string)report.Json["who"]![0]!);
        Assert.Equal(HttpStatusCode.NotFound, (await nadia.Browser.GetAsync(link)).Status);
        (await journey.Secretariat.GetAsync("/people/ngo/export")).IsProblem(HttpStatusCode.NotFound, "no contact ngo");
        Assert.DoesNotContain(await new Mailbox(host.Mail, journey.Cycle).ReadAsync(), l => l.To == Party.Ngo.Email);
        (await journey.Secretariat.PostAsync("/people/erase", new() { ["name"] = "Ernestine Unheard" })).IsProblem(HttpStatusCode.NotFound, "Nobody was found");
    }

    /// <summary>A cycle in which somebody answered, and that was cancelled then.</summary>
    private async Task<Journey> OverAsync()
    {
        Journey journey = await Journey.BeginAsync(host);
        await journey.Person(Party.Ngo).AnswerAsync(Round, ("attending", "yes"), ("people", "2"), ("names", Guest));
        (await journey.Secretariat.GetAsync("/archive")).IsProblem(HttpStatusCode.Conflict, "goes on");
        await journey.Secretariat.DecideAsync(new() { ["decision"] = "cancel-cycle" });
        await journey.Secretariat.EndedAsync();
        return journey;
    }

    private async Task<byte[]> ArchiveAsync(Journey journey)
    {
        using HttpResponseMessage response = await host.Coordinator.GetAsync($"cycles/{journey.Cycle}/archive", Cancellation);
        byte[] bytes = await response.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal($"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:", response.Headers.GetValues("repr-digest").Single());
        return bytes;
    }

    private async Task<Answer> RestoreAsync(byte[] archive)
    {
        using ByteArrayContent content = new(archive);
        return await Answer.OfAsync(await host.Coordinator.PostAsync("cycles/restore", content, Cancellation));
    }
}
