using LocalHost.Http;

namespace LocalHost.Tests.Hosting;

public sealed class FunctionKeysTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Keys_are_made_once_and_kept()
    {
        FunctionKeys first = FunctionKeys.Of(folder.Path);

        Assert.Equal(first, FunctionKeys.Of(folder.Path));
        Assert.NotEqual(first.Default, first.Master);
        Assert.True(first.Default.Length >= 32);
    }

    [Fact]
    public void The_key_file_is_for_its_owner_only()
    {
        FunctionKeys.Of(folder.Path);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File(FunctionKeys.FileName)));
    }

    [Fact]
    public void A_key_file_without_keys_is_named()
    {
        File.WriteAllText(folder.File(FunctionKeys.FileName), "{}");

        Assert.Contains(folder.File(FunctionKeys.FileName), Assert.Throws<HostException>(() => FunctionKeys.Of(folder.Path)).Message, StringComparison.Ordinal);
    }
}
