using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Browser;

/// <summary>A consultation that is open, and somebody for every way.</summary>
public sealed class FormFace(AzuriteFixture azurite) : IAsyncLifetime
{
    public Story Story { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Story = await Story.OnDayAsync(azurite, Schedule.Consultation.Opens, new()
    {
        Languages = ["en", "km", "fr", "ar"],
        Parties = [.. Way.Every.Select((w, n) => new Party($"party-{n}", $"Organisation {n}", "national-ngo", $"Person {n}", Email(w), w.Language))],
    });

    public ValueTask DisposeAsync() => Story.DisposeAsync();

    public async Task<string> LinkAsync(Way way) => (await Story.Person(Email(way)).NewestMailAsync()).Form;

    private static string Email(Way way) => $"{way}@example.org";
}
