using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Journeys;

namespace FollowUpFunctions.Tests.Browser;

/// <summary>A group of children whose adult has said yes, with a number that serves a child for every way.</summary>
public sealed class ChildFace(AzuriteFixture azurite) : IAsyncLifetime
{
    public Story Story { get; private set; } = null!;

    public string Number { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Story = await ChildrensGroups.OpenAsync(azurite);
        Number = await Story.AttestAsync(Party.Youth, ("children", $"{Way.Every.Count}"));
    }

    public ValueTask DisposeAsync() => Story.DisposeAsync();
}
