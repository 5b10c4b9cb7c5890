using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Browser;

/// <summary>A consultation that is under way, and a coordinator for every way.</summary>
public sealed class DeskFace(AzuriteFixture azurite) : IAsyncLifetime
{
    public Story Story { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Story = await Story.OnDayAsync(azurite, Schedule.Consultation.Opens, options: new()
        {
            Settings = new Dictionary<string, string?> { ["Desk:Coordinators"] = string.Join(',', Way.Every.Select(Email)), ["Http:ForwardedFor"] = "1" },
        });
        await Story.Person(Party.Ngo).AnswerAsync(("recommendations", "11"), ("action@11", "Train teachers"), ("lead@11", "Ministry of Children"));
    }

    public ValueTask DisposeAsync() => Story.DisposeAsync();

    public static string Email(Way way) => $"{way}@example.org";

    /// <summary>The newest sign-in link that was mailed to somebody.</summary>
    public async Task<string> LinkAsync(Way way) =>
        DeskBrowser.Link((await Story.Mails.ReadAsync()).Last(l => l.To == Email(way) && l.Name.StartsWith("Desk/", StringComparison.Ordinal)));
}
