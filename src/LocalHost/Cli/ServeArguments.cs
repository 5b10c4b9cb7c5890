using System.Globalization;
using LocalHost.Hosting;

namespace LocalHost.Cli;

/// <summary>What was asked for on the command line of <c>serve</c>.</summary>
internal sealed record ServeArguments(int Port, string? DataFolder, bool Help)
{
    public const string Usage =
        """
        Runs the function app on this machine.

          serve            your own cycle (the default)
          demo             the sample cycle, two years in a minute

          --port PORT      port on this machine, 1-65535 or 0 for any that is free; 7071 if not given
          --data FOLDER    where storage, keys and time are kept; .local/serve if not given
          --help           this text

        Settings come from the environment and from local.settings.json in the working folder. Without AzureWebJobsStorage among them
        the host runs Azurite for itself, which needs Node.js 20 or newer.
        """;

    /// <exception cref="HostException">An argument is unknown or has no usable value.</exception>
    public static ServeArguments Parse(IEnumerable<string> args)
    {
        ServeArguments parsed = new(HostOptions.DefaultPort, null, false);
        Queue<string> left = new(args);
        while (left.TryDequeue(out string? name))
        {
            parsed = name switch
            {
                "--help" or "-h" or "-?" => parsed with { Help = true },
                "--port" => parsed with { Port = PortNumber(Value(name, left)) },
                "--data" => parsed with { DataFolder = Value(name, left) },
                _ => throw new HostException($"'{name}' is not known here; --help lists what is."),
            };
        }

        return parsed;
    }

    private static string Value(string name, Queue<string> left) =>
        left.TryDequeue(out string? value) ? value : throw new HostException($"{name} needs a value after it; --help says which.");

    private static int PortNumber(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= 65535
            ? port
            : throw new HostException($"--port needs a number from 0 to 65535, not '{value}'.");
}
