using Azure.Storage.Blobs;
using Azure.Data.Tables;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Tests.Configuration;

public sealed class ConnectionTests
{
    private const string Identity = "6f1c1c1e-3a60-4f1f-9d0e-1b2a3c4d5e6f";

    [Fact]
    public void Records_and_plans_lie_in_the_accounts_that_are_named_without_a_key_anywhere()
    {
        using ServiceProvider app = App(
            ("AzureWebJobsStorage:accountName", "hostaccount"),
            ("Records:accountName", "recordsaccount"), ("Records:credential", "managedidentity"), ("Records:clientId", Identity),
            ("Plans:blobServiceUri", "https://plans.example.org"), ("Plans:clientId", Identity));

        Assert.Equal("https://recordsaccount.table.core.windows.net/", app.GetRequiredService<TableServiceClient>().Uri.ToString());
        Assert.Equal("https://recordsaccount.blob.core.windows.net/", app.GetRequiredService<BlobServiceClient>().Uri.ToString());
        Assert.Equal("https://plans.example.org/", app.GetRequiredService<PlanStorage>().Blobs.Uri.ToString());
        Assert.False(app.GetRequiredService<BlobServiceClient>().CanGenerateAccountSasUri);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage:accountName", "hostaccount")]
    [InlineData("Records:accountName", "recordsaccount")]
    public void What_is_not_named_lies_where_the_next_thing_does(string name, string account)
    {
        using ServiceProvider app = App((name, account));

        Assert.Equal(account, app.GetRequiredService<TableServiceClient>().AccountName);
        Assert.Equal(account, app.GetRequiredService<PlanStorage>().Blobs.AccountName);
        Assert.Same(app.GetRequiredService<BlobServiceClient>(), app.GetRequiredService<PlanStorage>().Blobs);
    }

    [Fact]
    public void A_connection_string_is_enough_too_and_goes_before_the_parts_of_its_name()
    {
        using ServiceProvider app = App(("Records", "UseDevelopmentStorage=true"), ("Records:accountName", "recordsaccount"));

        Assert.Equal("devstoreaccount1", app.GetRequiredService<TableServiceClient>().AccountName);
    }

    [Fact]
    public void A_static_website_has_an_address_of_its_own_and_no_prefix()
    {
        Assert.Contains(SettingsTests.Faults(("Publication:Container", FollowUpOptions.Website)), t => t.StartsWith("Publication:BaseUrl", StringComparison.Ordinal));
        Assert.Contains(
            SettingsTests.Faults(("Publication:Container", FollowUpOptions.Website), ("Publication:BaseUrl", "https://plan.example.org"), ("Storage:Prefix", "second")),
            t => t.StartsWith("Storage:Prefix", StringComparison.Ordinal));
        Assert.Empty(SettingsTests.Faults(("Publication:Container", FollowUpOptions.Website), ("Publication:BaseUrl", "https://plan.example.org")));
    }

    private static ServiceProvider App(params (string Name, string Value)[] storage)
    {
        Dictionary<string, string?> settings = new()
        {
            ["App:BaseUrl"] = "https://followup.example.org",
            ["Links:SigningKey"] = Convert.ToBase64String(new byte[32]),
            ["Mail:From"] = "secretariat@example.org",
        };
        foreach ((string name, string value) in storage)
            settings[name] = value;
        ServiceCollection services = new();
        services.AddLogging();
        FollowUpApp.ConfigureServices(services, new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return services.BuildServiceProvider();
    }
}
