using FollowUp.Pages.Children;

namespace LocalHost.Demo.People;

/// <summary>
/// A focal adult brings a group of children together: attests consent, gives them the number, lets each write, and says that they are finished. Done
/// again after a crash it goes on with the children who have not written.
/// </summary>
internal sealed class ChildrensMeeting(Browser browser, Memories memories, Act act, Dice dice, TimeProvider clock)
{
    /// <summary>The step under which is remembered what children wrote, by what they wrote it for.</summary>
    public const string Voices = "voices";

    public const string Words = "words";
    public const string TakenBack = "taken-back";
    public const string Confided = "confided";

    private int Children => 4 + (int)(dice.Roll(act.Mail.Place, "children") * 4);

    public async Task<Sent> HoldAsync(CancellationToken cancellation)
    {
        FormPage page = await browser.OpenAsync(Step(ChildrenStep.Attestation), cancellation);
        string band = dice.Pick(page.Fields.Single(f => f.Name == "age-band").Options, act.Mail.Place, "age");
        FormPage group = await browser.PressAsync(
            page, "continue", [new("children", $"{Children}"), new("age-band", band), new("region", dice.Pick(Phrases.About("child.region", act.Person.Language), act.Mail.Place)), new("consent", "yes"), new("adult", "yes")], cancellation);
        string? number = group.Reference;
        for (int child = 0; number is not null && child < Children; child++)
            await WriteAsync(number, child, cancellation);

        FormPage last = await browser.OpenAsync(Step(ChildrenStep.Group), cancellation);
        FormPage check = await browser.PressAsync(last, "continue", [new("note", dice.Pick(Phrases.About("child.note", act.Person.Language), act.Mail.Place)), new("finished", "yes")], cancellation);
        FormPage receipt = await browser.PressAsync(check, "send", [], cancellation);
        return new(
            receipt.Reference ?? throw new VisitException($"Finishing the group led to “{receipt.Title}”. {string.Join(' ', receipt.Errors)}"),
            1,
            receipt.MarkedLate,
            new Dictionary<string, IReadOnlyList<string>>());
    }

    private async Task WriteAsync(string number, int child, CancellationToken cancellation)
    {
        string who = $"{child}";
        FormPage page = await browser.OpenAsync(new(new(act.Mail.Form!), $"/c?lang={act.Person.Language}"), cancellation);
        page = await browser.PressAsync(page, "continue", [new(ChildInput.Number, number)], cancellation);
        if (!page.Buttons.Contains("continue"))
            return;
        page = await browser.PressAsync(page, "continue", [], cancellation);
        string[] topics = [.. page.Fields.Single(f => f.Name == ChildInput.Topics).Options.OrderBy(t => dice.Roll(act.Mail.Place, who, t)).Take(2)];
        page = await browser.PressAsync(page, "continue", topics.Select(t => KeyValuePair.Create(ChildInput.Topics, t)), cancellation);
        string words = dice.Pick(Phrases.About("child.words", act.Person.Language), act.Mail.Place, who, "words");
        page = await browser.PressAsync(page, "continue", [new(ChildInput.Words, words)], cancellation);
        bool quote = dice.Happens(0.8, act.Mail.Place, who, "quote");
        page = await browser.PressAsync(page, "continue", [new(ChildInput.Quote, quote ? "yes" : "no")], cancellation);

        // One child in the first of the groups has something to tell, and one takes back what it wrote.
        bool first = act.Person.Who == "golden-kite";
        string? confided = first && child == 0 ? Phrases.About("child.confided", act.Person.Language)[0] : null;
        if (confided is not null)
            page = await browser.PressAsync(page, ChildInput.Disclose, [new(ChildInput.Disclosure, confided)], cancellation);
        page = await browser.PressAsync(page, "continue", [], cancellation);
        FormPage done = await browser.PressAsync(page, "send", [], cancellation);
        if (done.Reference is not { } own)
            throw new VisitException($"A child's answers led to “{done.Title}”. {string.Join(' ', done.Errors)}");
        bool back = first && child == 1;
        if (back)
        {
            FormPage withdraw = await browser.OpenAsync(new(done.Address, "/c/withdraw"), cancellation);
            await browser.PressAsync(withdraw, "send", [new(ChildInput.Number, own)], cancellation);
        }

        Dictionary<string, IReadOnlyList<string>> wrote = new() { [back ? TakenBack : Words] = [words] };
        if (confided is not null)
            wrote[Confided] = [confided];
        memories.Add(new(act.Id, $"{act.Mail.Place}", act.Person.Who, clock.GetUtcNow(), $"{Voices}/{who}", wrote));
    }

    private Uri Step(string step) => new($"{act.Mail.Form!}/{step}");

    private static class ChildrenStep
    {
        public const string Attestation = "attestation";
        public const string Group = "group";
    }
}
