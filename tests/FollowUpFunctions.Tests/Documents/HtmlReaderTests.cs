using System.Text;
using FollowUp.Domain.Documents;

namespace FollowUpFunctions.Tests.Documents;

public sealed class HtmlReaderTests
{
    [Fact]
    public void Lists_have_the_numbers_that_a_browser_shows()
    {
        SourceDocument document = Read("""
            <ol start="4"><li>Four<ol type="a"><li>a</li><li>b<ul><li>bullet</li></ul></li></ol></li><li value="9">Nine</li><li>Ten</li></ol>
            <ol type="I"><li>One</li></ol><ol type="i" start="3"><li>Three</li></ol><ol reversed><li>Two</li><li>One</li></ol><ol type="A" start="2000000000"><li>Far</li></ol>
            """);

        Assert.Equal(["4.", "(a)", "(b)", null, "9.", "10.", "I.", "(iii)", "2.", "1.", "2000000000."], document.Lines.Select(l => l.Label));
    }

    private static SourceDocument Read(string body) => Reading.Of(Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><body>{body}</body></html>"));
}
