using System.Text.Json.Nodes;

namespace Infra.Tests;

public sealed class FrontDoorTests(Deployments deployments)
{
    private const string Profile = "Microsoft.Cdn/profiles";

    private Deployment Country => deployments.Profiles["country"];

    [Fact]
    public void Published_pages_come_with_the_headers_that_storage_cannot_send()
    {
        Dictionary<string, string> headers = Country.Of($"{Profile}/ruleSets/rules")
            .SelectMany(rule => rule["properties"]!["actions"]!.AsArray())
            .Where(action => (string?)action!["name"] == "ModifyResponseHeader")
            .ToDictionary(action => action!["parameters"]!["headerName"]!.ToString(), action => action!["parameters"]!["value"]!.ToString());

        Assert.Contains("frame-ancestors 'none'", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("script", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("max-age=31536000", headers["Strict-Transport-Security"]);
        Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
    }

    [Fact]
    public void No_rule_has_more_actions_than_front_door_takes() =>
        Assert.All(Country.Of($"{Profile}/ruleSets/rules"), rule => Assert.InRange(rule["properties"]!["actions"]!.AsArray().Count, 1, 5));

    [Fact]
    public void An_erased_page_is_gone_from_the_edges_within_ten_minutes()
    {
        JsonNode keeping = Assert.Single(
            Country.Of($"{Profile}/ruleSets/rules").SelectMany(rule => rule["properties"]!["actions"]!.AsArray()),
            action => (string?)action!["name"] == "RouteConfigurationOverride")!["parameters"]!["cacheConfiguration"]!;

        Assert.Equal("OverrideAlways", (string?)keeping["cacheBehavior"]);
        Assert.Equal("00:10:00", (string?)keeping["cacheDuration"]);
    }

    [Fact]
    public void Two_addresses_lead_on_by_https_alone_and_what_the_app_answers_is_kept_nowhere()
    {
        IReadOnlyList<JsonObject> routes = Country.Of($"{Profile}/afdEndpoints/routes");

        Assert.Equal(2, routes.Count);
        Assert.All(routes, route =>
        {
            Assert.Equal("Enabled", (string?)route["properties"]!["httpsRedirect"]);
            Assert.Equal("HttpsOnly", (string?)route["properties"]!["forwardingProtocol"]);
        });
        JsonObject toApp = Assert.Single(routes, r => r["properties"]!["originGroup"]!["id"]!.ToString().EndsWith("/app", StringComparison.Ordinal));
        Assert.False(toApp["properties"]!.AsObject().ContainsKey("cacheConfiguration"));
    }

    [Fact]
    public void No_log_of_front_door_holds_a_personal_link()
    {
        JsonNode scrubbing = Country.Properties(Profile)["logScrubbing"]!;

        Assert.Equal("Enabled", (string?)scrubbing["state"]);
        Assert.Contains(scrubbing["scrubbingRules"]!.AsArray(), rule => (string?)rule!["matchVariable"] == "RequestUri");
    }
}
