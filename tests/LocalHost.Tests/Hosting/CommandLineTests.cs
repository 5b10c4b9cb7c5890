using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using LocalHost.Storage;

namespace LocalHost.Tests.Hosting;

public sealed class CommandLineTests(AzuriteFixture azurite) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(PosixSignal.SIGINT)]
    [InlineData(PosixSignal.SIGTERM)]
    public async Task A_signal_stops_it_cleanly_and_its_Azurite_with_it(PosixSignal signal)
    {
        await using LocalHostProgram program = LocalHostProgram.Start(["serve", "--port", "0", "--data", folder.Path]);
        await program.ServingAsync();
        AzuriteRecord storage = AzuriteRecord.Read(folder.File("storage/azurite.json"))!;

        program.Signal(signal);

        Assert.Equal(0, await program.ExitAsync());
        Assert.False(storage.ProcessIsAlive());
        Assert.Contains("_local/mailbox", program.Output, StringComparison.Ordinal);
        Assert.Contains("/desk  for coordinator@example.org", program.Output, StringComparison.Ordinal);
        Assert.Contains(folder.File("keys.json"), program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_said_in_one_sentence_and_nothing_is_left_running()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;

        await FailsAsync(["--port", $"{port}"], $"Port {port} is in use");

        Assert.False(File.Exists(folder.File("storage/azurite.json")));
    }

    [Fact]
    public Task Without_Node_it_says_how_to_get_it() =>
        FailsAsync(["--port", "0"], "Node.js 20 or newer is needed", ("PATH", "/nonexistent"));

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_Node_that_is_too_old_is_named_with_its_version()
    {
        string node = folder.File("node");
        await File.WriteAllTextAsync(node, "#!/bin/sh\necho v18.19.0\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(node, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        await FailsAsync(["--port", "0"], "this one is v18.19.0", ("PATH", folder.Path + ":/usr/bin:/bin"));
    }

    [Theory]
    [InlineData("not a connection string", "not a storage connection string")]
    [InlineData(
        "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=c2VjcmV0;TableEndpoint=http://127.0.0.1:9/a;BlobEndpoint=http://127.0.0.1:9/a",
        "does not answer")]
    public Task A_storage_account_that_can_not_be_used_is_said_in_one_sentence(string account, string expected) =>
        FailsAsync(["--port", "0"], expected, ("AzureWebJobsStorage", account));

    [Theory]
    [InlineData("'--prot' is not known", "--prot", "1")]
    [InlineData("--port needs a value", "--port")]
    [InlineData("not '70000'", "--port", "70000")]
    public Task A_wrong_argument_is_named(string expected, params string[] args) => FailsAsync(args, expected);

    [Fact]
    public async Task Help_lists_the_arguments()
    {
        await using LocalHostProgram program = LocalHostProgram.Start(["--help"]);

        Assert.Equal(0, await program.ExitAsync());
        Assert.Contains("--data FOLDER", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_works_on_the_storage_account_that_is_named()
    {
        await using LocalHostProgram program = LocalHostProgram.Start(
            ["--port", "0", "--data", folder.Path], new Dictionary<string, string?> { ["AzureWebJobsStorage"] = azurite.ConnectionString });
        await program.ServingAsync();

        program.Signal(PosixSignal.SIGTERM);

        Assert.Equal(0, await program.ExitAsync());
        Assert.False(Directory.Exists(folder.File("storage")));
    }

    private async Task FailsAsync(string[] args, string expected, params (string Name, string Value)[] environment)
    {
        await using LocalHostProgram program = LocalHostProgram.Start(
            ["--data", folder.Path, .. args], environment.ToDictionary(e => e.Name, string? (e) => e.Value));

        Assert.Equal(1, await program.ExitAsync());
        Assert.Contains(expected, program.Errors, StringComparison.Ordinal);
        Assert.Single(program.Errors.Split('\n'));
    }
}
