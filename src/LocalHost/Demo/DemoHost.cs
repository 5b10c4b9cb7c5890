using FollowUpFunctions;
using FollowUpFunctions.Mail;
using LocalHost.Demo.People;
using LocalHost.Demo.Sample;
using LocalHost.Hosting;
using LocalHost.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalHost.Demo;

/// <summary>The host as the demo runs it.</summary>
internal static class DemoHost
{
    public static HostOptions Options(DemoFolder folder, SimulatedPeople people, Standstill standstill) => App.Options with
    {
        // The host's own Azurite whatever the environment names: a demo clears its storage.
        Storage = "UseDevelopmentStorage=true",
        DataFolder = folder.Path,
        Port = folder.Identity.Port,
        Clock = folder.Identity.Seconds ? ClockChoice.Real : ClockChoice.SkippingFrom(SampleCycle.VirtualStart),
        Holds = [people, standstill],
        Settings = new Dictionary<string, string?>
        {
            ["App:BaseUrl"] = $"http://localhost:{folder.Identity.Port}",
            ["Mail:Provider"] = "pickup",
            ["Mail:From"] = people.Cast.Secretariat,
            ["Mail:PickupBounces"] = people.Cast.Unreachable,
        },
        ConfigureServices = (services, configuration) =>
        {
            FollowUpApp.ConfigureServices(services, configuration);
            services.AddSingleton<PickupMail>();
            services.AddSingleton<IMailProvider>(s => new Doorbell(s.GetRequiredService<PickupMail>(), people.Ring));
        },
        ConfigureLogging = logging => logging
            .AddFilter(null, LogLevel.Warning)
            .AddSimpleConsole(console => console.SingleLine = true),
    };
}
