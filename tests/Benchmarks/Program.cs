using Benchmarks;

switch (args is [var name, ..] ? name : "")
{
    case "engine":
        await EngineBenchmark.RunAsync();
        return 0;
    case "round":
        await RoundBenchmark.RunAsync();
        return 0;
    case "mail":
        await MailBenchmark.RunAsync();
        return 0;
    case "form":
        await FormBenchmark.RunAsync();
        return 0;
    case "draft":
        await DraftBenchmark.RunAsync(args is [_, var people] ? int.Parse(people, System.Globalization.CultureInfo.InvariantCulture) : 10_000);
        return 0;
    default:
        Console.Error.WriteLine("Which benchmark? Known: engine, round, mail, form, draft. Example: dotnet run -c Release --project tests/Benchmarks -- engine");
        return 1;
}
