using LocalHost.Demo;

namespace LocalHost.Tests.Demo;

public sealed class DemoFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_folder_that_holds_somebody_else_s_files_is_not_cleared()
    {
        await File.WriteAllTextAsync(folder.File("thesis.txt"), "years of work", TestContext.Current.CancellationToken);

        HostException e = await Assert.ThrowsAsync<HostException>(() => OpenAsync());

        Assert.Contains("--data", e.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.File("thesis.txt")));
    }

    [Fact]
    public async Task A_second_demo_starts_clean()
    {
        DemoFolder first = await OpenAsync("--seed", "7");
        await File.WriteAllTextAsync(first.MemoryFile, "{}", TestContext.Current.CancellationToken);

        DemoFolder second = await OpenAsync();

        Assert.False(File.Exists(second.MemoryFile));
        Assert.NotEqual(7, second.Identity.Seed);
    }

    [Fact]
    public async Task A_demo_that_is_resumed_keeps_its_seed_its_port_and_its_memories()
    {
        DemoFolder first = await OpenAsync("--seed", "7", "--port", "0");
        await File.WriteAllTextAsync(first.MemoryFile, "{}", TestContext.Current.CancellationToken);

        DemoFolder resumed = await OpenAsync("--resume", "--port", "0");

        Assert.Equal(first.Identity, resumed.Identity);
        Assert.True(File.Exists(resumed.MemoryFile));
    }

    [Fact]
    public async Task Where_there_is_no_demo_none_is_resumed()
    {
        HostException e = await Assert.ThrowsAsync<HostException>(() => OpenAsync("--resume"));

        Assert.Contains("no demo", e.Message, StringComparison.Ordinal);
    }

    private Task<DemoFolder> OpenAsync(params string[] args) =>
        DemoFolder.OpenAsync(DemoArguments.Parse(["--data", folder.Path, .. args]), TestContext.Current.CancellationToken);
}
