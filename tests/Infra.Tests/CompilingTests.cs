namespace Infra.Tests;

public sealed class CompilingTests
{
    [Fact]
    public async Task Templates_and_parameter_files_lint_without_a_word()
    {
        string templates = await Bicep.RunAsync("lint", "--pattern", Bicep.InRepository("infra", "**", "*.bicep"));
        string parameters = await Bicep.RunAsync("lint", "--pattern", Bicep.InRepository("infra", "**", "*.bicepparam"));

        Assert.Equal("", templates + parameters);
    }
}
