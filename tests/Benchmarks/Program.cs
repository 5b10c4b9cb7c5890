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
    default:
        Console.Error.WriteLine("Which benchmark? Known: engine, round, mail, form. Example: dotnet run -c Release --project tests/Benchmarks -- engine");
        return 1;
}
