using System.Text.Json;
using LocalHost.Hosting;
using LocalHost.Storage;

namespace LocalHost.Demo;

/// <summary>What a demo is, for as long as its data folder lives.</summary>
/// <param name="Port">Stands in the links of its mails.</param>
/// <param name="Seconds">Whether it runs on a calendar of seconds.</param>
internal sealed record DemoIdentity(int Port, int Seed, bool Seconds);

/// <summary>The folder that a demo keeps everything in: cleared for each new one, kept for one that is resumed.</summary>
internal sealed record DemoFolder(string Path, DemoIdentity Identity)
{
    private const string Marker = "demo.json";
    private const int UsualSeed = 2011;

    /// <summary>The cycle as it was posted.</summary>
    public string CycleFile => System.IO.Path.Combine(Path, "cycle.json");

    public string MemoryFile => System.IO.Path.Combine(Path, "people.jsonl");

    /// <exception cref="HostException">The folder is in use, holds something else, or has no demo to resume.</exception>
    public static async Task<DemoFolder> OpenAsync(DemoArguments arguments, CancellationToken cancellation)
    {
        string path = System.IO.Path.GetFullPath(arguments.DataFolder);
        return arguments.Resume ? Resumed(path, arguments) : await CleanAsync(path, arguments, cancellation);
    }

    private static DemoFolder Resumed(string path, DemoArguments arguments)
    {
        if (Read(path) is not { } kept)
            throw new HostException($"There is no demo in {path} to go on with. Leave out --resume to start one.");
        if (arguments.Seed is { } seed && seed != kept.Seed)
            throw new HostException($"The demo in {path} has the seed {kept.Seed}, which can't change on the way. Leave out --seed, or leave out --resume to start anew.");
        return new(path, kept with { Port = arguments.Port is > 0 and int port ? port : kept.Port });
    }

    private static async Task<DemoFolder> CleanAsync(string path, DemoArguments arguments, CancellationToken cancellation)
    {
        if (Directory.Exists(path))
        {
            if (Directory.EnumerateFileSystemEntries(path).Any() && !File.Exists(System.IO.Path.Combine(path, Marker)))
                throw new HostException($"{path} holds files that are no demo's, and a demo clears its folder first. Name another with --data.");
            await StopStorageAsync(System.IO.Path.Combine(path, "storage"), cancellation);
            Directory.Delete(path, recursive: true);
        }

        DemoIdentity identity = new(
            // Links in mails name the port: it is chosen once.
            LoopbackPort.Choose(arguments.Port ?? HostOptions.DefaultPort),
            arguments.Seed ?? UsualSeed,
            arguments.Seconds);
        Directory.CreateDirectory(path);
        await File.WriteAllTextAsync(
            System.IO.Path.Combine(path, Marker), JsonSerializer.Serialize(identity, JsonSerializerOptions.Web), cancellation);
        return new(path, identity);
    }

    // A demo that was killed leaves its Azurite running; one that still runs holds the folder, and that is said.
    private static async Task StopStorageAsync(string storage, CancellationToken cancellation)
    {
        if (!Directory.Exists(storage))
            return;
        if (AzuriteRecord.Read(System.IO.Path.Combine(storage, "azurite.json"))?.RunsOn(storage) == true)
        {
            AzuriteProcess left = await AzuriteProcess.StartAsync(new() { DataFolder = storage }, cancellation);
            await left.StopAsync();
            return;
        }

        using FolderLock held = FolderLock.TryTake(System.IO.Path.Combine(storage, "host.lock"))
            ?? throw new HostException($"Another host is using the storage in {storage}. Stop it first, or name another folder with --data.");
    }

    private static DemoIdentity? Read(string path)
    {
        string marker = System.IO.Path.Combine(path, Marker);
        return File.Exists(marker) ? JsonSerializer.Deserialize<DemoIdentity>(File.ReadAllText(marker), JsonSerializerOptions.Web) : null;
    }
}
