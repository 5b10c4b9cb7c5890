using System.Diagnostics;
using Azure.Storage.Blobs;
using LocalHost.Storage;

namespace LocalHost.Tests.Storage;

public sealed class AzuriteProcessTests : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly TemporaryFolder folder = new();

    private string RecordFile => folder.File("azurite.json");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_stored_before_a_clean_stop_is_there_after_the_next_start()
    {
        await using (AzuriteProcess first = await StartAsync())
        {
            await Container(first).CreateAsync(cancellationToken: Cancellation);
            await Container(first).UploadBlobAsync("kept", BinaryData.FromString("words"), Cancellation);
        }

        await using AzuriteProcess second = await StartAsync();

        Assert.Equal("words", (await Container(second).GetBlobClient("kept").DownloadContentAsync(Cancellation)).Value.Content.ToString());
    }

    [Fact]
    public async Task A_clean_stop_ends_the_process_and_forgets_it()
    {
        AzuriteProcess azurite = await StartAsync();

        await azurite.StopAsync();

        Assert.Null(Alive(azurite.ProcessId));
        Assert.False(File.Exists(RecordFile));
    }

    [Fact]
    public async Task A_host_finds_the_one_that_a_killed_host_left_running()
    {
        // The program keeps its storage in a folder inside the data folder.
        await using LocalHostProgram killed = LocalHostProgram.Start(["--port", "0", "--data", folder.Path]);
        await killed.ServingAsync();
        int left = AzuriteRecord.Read(folder.File("storage/azurite.json"))!.Pid;
        await killed.KillAsync();

        await using AzuriteProcess found = await AzuriteProcess.StartAsync(new() { DataFolder = folder.File("storage") }, Cancellation);

        Assert.Equal(left, found.ProcessId);
        await Container(found).CreateAsync(cancellationToken: Cancellation);
        await found.StopAsync();
        Assert.Null(Alive(left));
    }

    [Fact]
    public async Task A_start_that_is_called_off_leaves_nothing_running()
    {
        using CancellationTokenSource calledOff = new();
        Task<AzuriteProcess> start = AzuriteProcess.StartAsync(new() { DataFolder = folder.Path }, calledOff.Token);
        while (!File.Exists(RecordFile) && !start.IsCompleted)
            await Task.Delay(1, Cancellation);
        AzuriteRecord started = AzuriteRecord.Read(RecordFile)!;

        await calledOff.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
        Assert.False(started.ProcessIsAlive());
    }

    [Fact]
    public async Task A_torn_record_does_not_stand_in_the_way()
    {
        await File.WriteAllTextAsync(RecordFile, "{\"pid\":1,\"blo", Cancellation);

        await using AzuriteProcess azurite = await StartAsync();

        Assert.Equal(azurite.ProcessId, AzuriteRecord.Read(RecordFile)!.Pid);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"pid\":0,\"blob\":0}")]
    [InlineData("null")]
    public async Task A_record_that_says_nothing_is_none(string text)
    {
        await File.WriteAllTextAsync(RecordFile, text, Cancellation);

        Assert.Null(AzuriteRecord.Read(RecordFile));
    }

    [Fact]
    public async Task A_process_that_took_over_the_recorded_id_is_left_alone()
    {
        using Process other = Process.Start(new ProcessStartInfo("node", ["-e", "process.stdin.resume()"]) { RedirectStandardInput = true })!;
        await File.WriteAllTextAsync(RecordFile, $$"""{"pid":{{other.Id}},"blob":1,"queue":2,"table":3}""", Cancellation);

        await using AzuriteProcess azurite = await StartAsync();

        Assert.NotEqual(other.Id, azurite.ProcessId);
        Assert.False(other.HasExited);
        other.Kill();
    }

    [Fact]
    public async Task In_memory_it_ends_when_asked_without_delay()
    {
        AzuriteProcess azurite = await AzuriteProcess.StartAsync(new() { InMemory = true }, Cancellation);
        Stopwatch stopping = Stopwatch.StartNew();

        await azurite.StopAsync();

        Assert.Null(Alive(azurite.ProcessId));
        Assert.InRange(stopping.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Two_hosts_do_not_share_a_folder()
    {
        await using AzuriteProcess first = await StartAsync();

        HostException error = await Assert.ThrowsAsync<HostException>(StartAsync);

        Assert.Contains(folder.Path, error.Message, StringComparison.Ordinal);
    }

    private Task<AzuriteProcess> StartAsync() => AzuriteProcess.StartAsync(new() { DataFolder = folder.Path }, Cancellation);

    private static BlobContainerClient Container(AzuriteProcess azurite) =>
        new(azurite.ConnectionString, "words", new BlobClientOptions(BlobClientOptions.ServiceVersion.V2024_11_04));

    private static AzuriteRecord? Alive(int pid)
    {
        AzuriteRecord record = new(pid, 1, 2, 3);
        return record.ProcessIsAlive() ? record : null;
    }
}
