using System.Globalization;

namespace LocalHost.Demo;

/// <summary>What was asked for on the command line of <c>demo</c>.</summary>
/// <param name="Port">Null to take the one of the demo that is resumed, or the usual one.</param>
/// <param name="Seed">What the simulated people do follows from it; null for the usual one, or that of the demo that is resumed.</param>
/// <param name="Seconds">Run on the machine's own clock, with a calendar of seconds.</param>
internal sealed record DemoArguments(int? Port, string DataFolder, int? Seed, bool Seconds, bool Exit, string? Out, bool Resume, bool Help)
{
    public const string Usage =
        """
        Runs the sample cycle with simulated people who read their mail, open the link and fill in the form.

          --calendar seconds   on the machine's own clock, with a calendar of seconds, instead of skipping what nobody waits for
          --exit               end after the summary, instead of staying open in the browser
          --out FILE           write the summary as JSON too
          --resume             go on with the demo that was stopped or killed, instead of starting clean
          --seed NUMBER        other people: who answers when, and what, follows from this number; 2011 if not given
          --port PORT          port on this machine, 1-65535 or 0 for any that is free; 7071 if not given
          --data FOLDER        where storage, keys, time and memories are kept; .local/demo if not given
          --help               this text

        Exit code 0 says that the cycle ended as it should.
        """;

    /// <exception cref="HostException">An argument is unknown or has no usable value.</exception>
    public static DemoArguments Parse(IEnumerable<string> args)
    {
        DemoArguments parsed = new(null, Path.Combine(".local", "demo"), null, false, false, null, false, false);
        Queue<string> left = new(args);
        while (left.TryDequeue(out string? name))
        {
            parsed = name switch
            {
                "--help" or "-h" or "-?" => parsed with { Help = true },
                "--exit" => parsed with { Exit = true },
                "--resume" => parsed with { Resume = true },
                "--out" => parsed with { Out = Value(name, left) },
                "--data" => parsed with { DataFolder = Value(name, left) },
                "--port" => parsed with { Port = Number(name, Value(name, left), 65_535) },
                "--seed" => parsed with { Seed = Number(name, Value(name, left), int.MaxValue) },
                "--calendar" => parsed with { Seconds = IsSeconds(Value(name, left)) },
                _ => throw new HostException($"'{name}' is not known to the demo; demo --help lists what is."),
            };
        }

        return parsed;
    }

    private static string Value(string name, Queue<string> left) =>
        left.TryDequeue(out string? value) ? value : throw new HostException($"{name} needs a value after it; demo --help says which.");

    private static int Number(string name, string value, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= most
            ? number
            : throw new HostException(string.Create(CultureInfo.InvariantCulture, $"{name} needs a number from 0 to {most}, not '{value}'."));

    private static bool IsSeconds(string value) =>
        value == "seconds" ? true : throw new HostException($"--calendar knows only 'seconds', not '{value}'; leave it out for the sample's own calendar.");
}
