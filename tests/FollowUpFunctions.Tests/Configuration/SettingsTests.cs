using System.Text.Json;
using System.Text.RegularExpressions;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Tests.Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace FollowUpFunctions.Tests.Configuration;

public sealed partial class SettingsTests
{
    private static readonly string key = Convert.ToBase64String(new byte[32]);

    /// <summary>Each setting with a value that it can't have, and what else must be set for anybody to mind.</summary>
    public static TheoryData<string, string, string> Wrong { get; } = new()
    {
        { "AzureWebJobsStorage", "a string", "" },
        { "AzureWebJobsStorage:accountName", "https://account", "AzureWebJobsStorage=" },
        { "AzureWebJobsStorage:tableServiceUri", "tables", "AzureWebJobsStorage=" },
        { "AzureWebJobsStorage:blobServiceUri", "http://plain.example", "AzureWebJobsStorage=" },
        { "AzureWebJobsStorage:credential", "password", "AzureWebJobsStorage=,AzureWebJobsStorage:accountName=account" },
        { "AzureWebJobsStorage:clientId", "me", "AzureWebJobsStorage=,AzureWebJobsStorage:accountName=account" },
        { "Records", "AccountKey=none", "" },
        { "Records:accountName", "An-Account", "" },
        { "Records:tableServiceUri", "ftp://account", "Records:accountName=account" },
        { "Records:blobServiceUri", "account", "Records:accountName=account" },
        { "Records:credential", "managed", "Records:accountName=account" },
        { "Records:clientId", "12", "Records:accountName=account" },
        { "Plans", "x", "" },
        { "Plans:accountName", "ab", "" },
        { "Plans:blobServiceUri", "plans.example", "" },
        { "Plans:credential", "key", "Plans:accountName=account" },
        { "Plans:clientId", "one", "Plans:accountName=account" },
        { "Storage:Prefix", "my-app", "" },
        { "App:BaseUrl", "follow-up.example.org", "" },
        { "Links:SigningKey", "c2hvcnQ=", "" },
        { "Links:KeyVersion", "two", "" },
        { "Links:EarlierKeys", "1:abc", "Links:KeyVersion=2" },
        { "Mail:Provider", "carrier-pigeon", "" },
        { "Mail:From", "nobody", "" },
        { "Mail:PickupContainer", "My Mails", "" },
        { "Mail:PickupBounces", "someone", "" },
        { "Mail:SendGridKey", "", "Mail:Provider=sendgrid" },
        { "Mail:SendGridWebhookKey", "abc", "Mail:Provider=sendgrid" },
        { "Mail:SendGridUrl", "http://api.example.org", "Mail:Provider=sendgrid" },
        { "Mail:SendGridSandbox", "yes", "Mail:Provider=sendgrid" },
        { "Mail:SendGridPatience", "an hour", "Mail:Provider=sendgrid" },
        { "Mail:SendGridTimeout", "1 minute", "Mail:Provider=sendgrid" },
        { "Mail:Smtp:Host", "smtp://mail.example.org", "Mail:Provider=smtp" },
        { "Mail:Smtp:Port", "mail", "Mail:Provider=smtp,Mail:Smtp:Host=mail.example.org" },
        { "Mail:Smtp:User", "me", "Mail:Provider=smtp,Mail:Smtp:Host=mail.example.org" },
        { "Mail:Smtp:Password", "", "Mail:Provider=smtp,Mail:Smtp:Host=mail.example.org,Mail:Smtp:User=me" },
        { "Mail:Smtp:Security", "ssl", "Mail:Provider=smtp,Mail:Smtp:Host=mail.example.org" },
        { "Publication:Container", "The Plans", "" },
        { "Publication:BaseUrl", "plans.example.org", "" },
        { "Rounds:PageSize", "0", "" },
        { "Desk:Coordinators", "minna@example.org, nobody", "" },
        { "Children:LeaveTo", "the weather", "" },
        { "Http:ForwardedFor", "9", "" },
        { "APPLICATIONINSIGHTS_CONNECTION_STRING", "a key", "" },
        { "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "Authorization=Key", "" },
        { "OTEL_EXPORTER_OTLP_ENDPOINT", "collector", "" },
    };

    public static TheoryData<string> Names { get; } = [.. Settings.Names];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_value_that_a_setting_cant_have_is_told_in_a_sentence_that_names_it(string name, string value, string beside)
    {
        IEnumerable<(string, string?)> others = beside.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(b => (b.Split('=')[0], (string?)b.Split('=')[1]));

        IReadOnlyList<string> told = Faults([.. others, (name, value)]);

        Assert.Contains(told, t => t.Contains(name, StringComparison.Ordinal) && t.EndsWith('.'));
        Assert.All(told, t => Assert.DoesNotContain("Exception", t, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_setting_has_a_value_that_is_told_as_wrong() =>
        Assert.Equal(Settings.Names.Order(StringComparer.Ordinal), Wrong.Select(w => w.Data.Item1).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_secret_that_never_came_from_its_vault_is_told_for_every_setting(string name) =>
        Assert.Contains(
            Faults((name, "@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/x)")),
            t => t.StartsWith($"{name} refers to a key vault", StringComparison.Ordinal));

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        IReadOnlyList<string> told = Faults(
            ("AzureWebJobsStorage", null), ("App:BaseUrl", null), ("Links:SigningKey", null), ("Mail:From", null), ("Rounds:PageSize", "many"), ("Mail:Form", "x@example.org"));

        Assert.Equal(6, told.Count);
    }

    [Theory]
    [InlineData("Mail:Form", "Mail:From")]
    [InlineData("Links:KeyVerson", "Links:KeyVersion")]
    [InlineData("Plans:AcountName", "Plans:accountName")]
    [InlineData("Desk:Coordinators:0", "Desk:Coordinators")]
    [InlineData("Mail:Smtp:Hostname", "Mail:Smtp:Host")]
    public void A_misspelt_setting_is_told_with_the_name_that_may_be_meant(string misspelt, string meant) =>
        Assert.Contains(Faults((misspelt, "x")), t => t.StartsWith(misspelt, StringComparison.Ordinal) && t.Contains($"use {meant} ", StringComparison.Ordinal));

    [Theory]
    [InlineData("PATH")]
    [InlineData("MAIL")]
    [InlineData("AzureWebJobsStorage:queueServiceUri")]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("records:ACCOUNTNAME")]
    public void What_others_set_or_somebody_writes_in_other_letters_is_no_fault(string name) => Assert.Empty(Faults((name, "account")));

    [Fact]
    public void An_empty_setting_is_one_that_is_left_out() =>
        Assert.Empty(Faults([.. Settings.Names.Where(n => n is not ("AzureWebJobsStorage" or "App:BaseUrl" or "Links:SigningKey" or "Mail:From")).Select(n => (n, (string?)""))]));

    [Fact]
    public void The_sample_has_every_setting_and_no_other_and_is_right_but_for_the_key_that_each_makes_for_itself()
    {
        Dictionary<string, string> sample = JsonDocument.Parse(Repository.Read("local.settings.sample.json")).RootElement.GetProperty("Values")
            .EnumerateObject().ToDictionary(s => s.Name.Replace("__", ":", StringComparison.Ordinal), s => s.Value.GetString()!);
        Assert.True(sample.Remove("FUNCTIONS_WORKER_RUNTIME"));

        Assert.Equal(Settings.Names.Order(StringComparer.Ordinal), sample.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("Links:SigningKey", Assert.Single(Faults([.. sample.Select(s => (s.Key, (string?)s.Value))])), StringComparison.Ordinal);
    }

    [Fact]
    public void The_README_has_every_setting_and_no_other()
    {
        string readme = Repository.Read("README.md");
        string table = readme[readme.IndexOf("| setting |", StringComparison.Ordinal)..readme.IndexOf("## Where things are", StringComparison.Ordinal)];

        IEnumerable<string> there = table.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(l => Quoted.Matches(l.Split('|')[1]))
            .Select(m => m.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal));

        Assert.Equal(Settings.Names.Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
    }

    internal static FollowUpOptions Options(params (string Name, string? Value)[] settings)
    {
        Dictionary<string, string?> all = new(StringComparer.OrdinalIgnoreCase)
        {
            ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
            ["App:BaseUrl"] = "https://followup.example.org",
            ["Links:SigningKey"] = key,
            ["Mail:From"] = "secretariat@example.org",
        };
        foreach ((string name, string? value) in settings)
            all[name] = value;
        return FollowUpOptions.From(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
    }

    internal static IReadOnlyList<string> Faults(params (string Name, string? Value)[] settings)
    {
        try
        {
            Options(settings).Validated();
            return [];
        }
        catch (OptionsValidationException e)
        {
            return [.. e.Failures];
        }
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted { get; }
}
