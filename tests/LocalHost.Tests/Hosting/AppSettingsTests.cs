using LocalHost.Hosting;
using Microsoft.Extensions.Configuration;

namespace LocalHost.Tests.Hosting;

public sealed class AppSettingsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly HostOptions options = new()
    {
        DefaultSettings = new Dictionary<string, string?> { ["Mail:From"] = "default@localhost", ["Mail:Name"] = "Default" },
        SecretSettings = ["Links:SigningKey"],
        BaseUrlSetting = "App:BaseUrl",
    };

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_app_without_settings_gets_what_it_needs_to_be_tried()
    {
        IConfiguration settings = Read(options);

        Assert.Equal("default@localhost", settings["Mail:From"]);
        Assert.Equal("http://localhost:7071", settings["App:BaseUrl"]);
        Assert.Equal(32, Convert.FromBase64String(settings["Links:SigningKey"]!).Length);
    }

    [Fact]
    public void A_key_of_the_installation_is_made_once() =>
        Assert.Equal(Read(options)["Links:SigningKey"], Read(options)["Links:SigningKey"]);

    [Fact]
    public void A_secrets_file_that_can_not_be_read_is_never_replaced()
    {
        File.WriteAllText(folder.File(InstallationSecrets.FileName), "{");

        Assert.Throws<HostException>(() => Read(options));
        Assert.Equal("{", File.ReadAllText(folder.File(InstallationSecrets.FileName)));
    }

    [Fact]
    public void The_settings_file_wins_over_defaults_and_options_win_over_the_file()
    {
        File.WriteAllText(
            folder.File("local.settings.json"),
            """{ "IsEncrypted": false, /* as func writes it */ "Values": { "App:BaseUrl": "https://plan.example", "Mail__From": "file@ngo.example", "Mail:Name": "File" } }""");

        IConfiguration settings = Read(options with { Settings = new Dictionary<string, string?> { ["Mail__Name"] = "Option" } });

        Assert.Equal("https://plan.example", settings["App:BaseUrl"]);
        Assert.Equal("file@ngo.example", settings["Mail:From"]);
        Assert.Equal("Option", settings["Mail:Name"]);
    }

    [Fact]
    public void A_settings_file_that_can_not_be_read_is_named()
    {
        File.WriteAllText(folder.File("local.settings.json"), "{ \"Values\": ");

        Assert.Contains("local.settings.json", Assert.Throws<HostException>(() => Read(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_apps_own_host_json_names_its_task_hub_version_and_prefix()
    {
        File.WriteAllText(
            folder.File("host.json"), """{"extensions":{"http":{"routePrefix":""},"durableTask":{"hubName":"Hub","defaultVersion":"1.2"}}}""");
        File.WriteAllText(folder.File("bare.json"), "{}");

        HostOptions told = options.WithHostJson(folder.File("host.json"));

        Assert.Equal(("", "Hub", "1.2"), (told.RoutePrefix, told.TaskHub, told.Durable.DefaultVersion));
        Assert.Equal("api", options.WithHostJson(folder.File("bare.json")).RoutePrefix);
        Assert.Throws<HostException>(() => options.WithHostJson(folder.File("none.json")));
    }

    private IConfigurationRoot Read(HostOptions from) => AppSettings.Read(from, folder.Path, folder.Path, 7071);
}
