using LocalHost.Demo;

namespace LocalHost.Tests.Demo;

public sealed class DemoArgumentsTests
{
    [Fact]
    public void Without_arguments_it_starts_clean_on_the_sample_s_calendar_and_stays_open()
    {
        DemoArguments arguments = DemoArguments.Parse([]);

        Assert.Equal(new DemoArguments(null, Path.Combine(".local", "demo"), null, false, false, null, false, false), arguments);
    }

    [Fact]
    public void All_arguments_are_read()
    {
        DemoArguments arguments = DemoArguments.Parse(
            ["--calendar", "seconds", "--exit", "--out", "o.json", "--resume", "--port", "8080", "--data", "d", "--seed", "7"]);

        Assert.Equal(new DemoArguments(8080, "d", 7, true, true, "o.json", true, false), arguments);
    }

    [Theory]
    [InlineData("--calendar", "years", "seconds")]
    [InlineData("--port", "70000", "--port")]
    [InlineData("--seed", "many", "--seed")]
    [InlineData("--fast", "", "--fast")]
    public void What_it_does_not_know_is_said(string name, string value, string said)
    {
        HostException e = Assert.Throws<HostException>(() => DemoArguments.Parse([name, value]));

        Assert.Contains(said, e.Message, StringComparison.Ordinal);
    }
}
