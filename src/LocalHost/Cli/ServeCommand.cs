using LocalHost.Hosting;
using LocalHost.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LocalHost.Cli;

/// <summary>Runs the app until it is asked to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(HostOptions app, IEnumerable<string> args)
    {
        ServeArguments arguments = ServeArguments.Parse(args);
        if (arguments.Help)
        {
            Console.WriteLine(ServeArguments.Usage);
            return 0;
        }

        HostOptions options = app with { Port = arguments.Port, DataFolder = arguments.DataFolder ?? app.DataFolder };
        using StopSignals signals = new();
        try
        {
            await using RunningHost host = await FunctionsHostApp.StartAsync(options, signals.Token);
            Console.WriteLine(Banner(host, options));
            await signals.Asked;
            Console.WriteLine("Stopping...");
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
        }

        return 0;
    }

    private static string Banner(RunningHost host, HostOptions options) =>
        $"""

        Serving    {host.BaseAddress}{Pages(host, options)}
        Mailbox    {host.BaseAddress}_local/mailbox
        Instances  {host.BaseAddress}_local/instances
        Key        "default" in {Path.Combine(Path.GetFullPath(options.DataFolder), FunctionKeys.FileName)}, sent as header x-functions-key
        Storage    {(host.OwnsStorage ? "Azurite in " + Path.GetFullPath(options.DataFolder) : "the account that AzureWebJobsStorage names")}

        Ctrl-C stops it.
        """;

    private static string Pages(RunningHost host, HostOptions options) => string.Concat(
        options.Pages(host.Services.GetRequiredService<IConfiguration>()).Select(page => $"\n{page.Name,-10} {host.BaseAddress}{page.Path}  {page.Note}"));
}
