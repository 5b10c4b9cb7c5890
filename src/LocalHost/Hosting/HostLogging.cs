using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LocalHost.Hosting;

/// <summary>What the host says on the console: warnings from libraries, and what the app and the host themselves report.</summary>
internal static class HostLogging
{
    public static void Configure(ILoggingBuilder logging, IConfiguration settings, Action<ILoggingBuilder>? instead)
    {
        if (instead is not null)
        {
            instead(logging);
            return;
        }

        logging.AddConfiguration(settings.GetSection("Logging"));
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        foreach (string library in (string[])["Microsoft", "System", "Azure"])
            logging.AddFilter(library, LogLevel.Warning);
    }
}
