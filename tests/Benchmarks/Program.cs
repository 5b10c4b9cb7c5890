using Benchmarks;

switch (args is [var name, ..] ? name : "")
{
    case "engine":
        await EngineBenchmark.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine("Which benchmark? Known: engine. Example: dotnet run -c Release --project tests/Benchmarks -- engine");
        return 1;
}
