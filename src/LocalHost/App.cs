using FollowUpFunctions;
using LocalHost.Hosting;

namespace LocalHost;

/// <summary>Says which app this host runs and what it needs to be tried; nothing else outside Demo/ knows it.</summary>
public static class App
{
    public static HostOptions Options { get; } = new HostOptions
    {
        Assemblies = [typeof(FollowUpApp).Assembly],
        ConfigureServices = FollowUpApp.ConfigureServices,
        BaseUrlSetting = "App:BaseUrl",
        SecretSettings = ["Links:SigningKey"],
        DefaultSettings = new Dictionary<string, string?> { ["Mail:From"] = "follow-up@localhost" },
    }.WithHostJson(Path.Combine(AppContext.BaseDirectory, "host.json"));
}
