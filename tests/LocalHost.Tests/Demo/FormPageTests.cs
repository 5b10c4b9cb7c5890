using AngleSharp.Html.Parser;
using LocalHost.Demo.People;

namespace LocalHost.Tests.Demo;

public sealed class FormPageTests
{
    private static readonly Uri _address = new("http://localhost:7071/r/c/consultation/i1/1.abc");

    [Fact]
    public void A_page_is_read_as_a_person_sees_it()
    {
        FormPage page = Read(
            """
            <main><h1>What should be done?</h1><div class="errors"><ul><li>Needs an answer</li></ul></div>
            <form method="post" action="/r/c/consultation/i1/1.abc/proposal/66-a?lang=en"><input type="hidden" name="_language" value="en">
            <textarea name="action"></textarea><input name="lead" list="organisations"><input name="people" inputmode="numeric">
            <input name="by-day"><input name="by-month"><input name="by-year"><input name="evidence" inputmode="url">
            <input type="radio" name="priority" value="high"><input type="radio" name="priority" value="low"><input type="radio" name="priority" value="">
            <input type="checkbox" name="recommendations" value="66-a">
            <button name="_button" value="continue">Continue</button><button name="_button" value="later">Later</button></form>
            <datalist id="organisations"><option value="UNICEF"></option></datalist></main>
            """);

        Assert.Equal("proposal/66-a", page.Step);
        Assert.Equal(["Needs an answer"], page.Errors);
        Assert.Equal(
            [
                ("action", FieldKind.Lines), ("lead", FieldKind.Organisation), ("people", FieldKind.Number), ("by", FieldKind.Date),
                ("evidence", FieldKind.Link), ("priority", FieldKind.OneOf), ("recommendations", FieldKind.SomeOf),
            ],
            page.Fields.Select(f => (f.Name, f.Kind)));
        Assert.Equal(["UNICEF"], page.Fields[1].Options);
        Assert.Equal(["high", "low"], page.Fields[5].Options);
    }

    [Fact]
    public void A_receipt_tells_its_reference_whether_it_was_late_and_the_way_back()
    {
        FormPage page = Read(
            """
            <main><div class="panel"><h1>We have your answers</h1><p><strong><bdi>ABC123-2</bdi></strong></p></div>
            <p class="note">Late</p><p><a href="/r/c/consultation/i1/1.abc/check?lang=en">Back</a></p></main>
            """);

        Assert.True(page.IsReceipt);
        Assert.True(page.MarkedLate);
        Assert.Equal("ABC123-2", page.Reference);
        Assert.Equal("check", FormPage.StepOf(page.BackToAnswers!));
    }

    private static FormPage Read(string html) => FormPage.Read(_address, new HtmlParser().ParseDocument(html));
}
