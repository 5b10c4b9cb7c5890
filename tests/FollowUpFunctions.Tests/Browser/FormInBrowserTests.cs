using FollowUp.Pages.Forms;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using Microsoft.Playwright;

namespace FollowUpFunctions.Tests.Browser;

public sealed class FormInBrowserTests(AzuriteFixture azurite, Chromium chromium)
{
    private const int Phone = 320;

    [Fact]
    public async Task Somebody_with_a_small_phone_answers_in_two_sittings_and_thinks_again()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Consultation.Opens);
        await using Tab tab = await chromium.OpenAsync(Phone);
        Letter letter = await story.Person(Party.Ministry).NewestMailAsync();

        // The mail as a mail program shows it, and its link.
        await tab.Page.SetContentAsync(letter.Message.HtmlBody!);
        await tab.MustFitAsync("mail");
        await tab.Page.Locator("a[href*='/r/']").First.ClickAsync();
        await tab.Page.WaitForLoadStateAsync(LoadState.Load);
        await tab.MustBeUsableAsync("choosing");
        await tab.Page.Locator("input[name='recommendations'][value='11']").CheckAsync();
        await tab.PressAsync(FormInput.Continue);
        await tab.MustBeUsableAsync("proposing");
        await tab.Page.Locator("textarea[name='action']").FillAsync("Train teachers");
        await tab.PressAsync(FormInput.Later);
        await tab.MustBeUsableAsync("saved");
        Assert.Equal(0, (await story.Coordinator.RoundAsync("consultation")).Answered);

        await tab.GoToAsync(letter.Form);
        await tab.Page.Locator("a.change[href*='/proposal/11']").ClickAsync();
        await tab.Page.WaitForLoadStateAsync(LoadState.Load);
        Assert.Equal("Train teachers", await tab.Page.Locator("textarea[name='action']").InputValueAsync());
        await tab.Page.Locator("input[name='indicator']").FillAsync(new string('x', 301));
        await tab.PressAsync(FormInput.Continue);
        Assert.Equal(1, await tab.Page.Locator(".errors li").CountAsync());
        await tab.MustBeUsableAsync("proposing with errors");
        await tab.Page.Locator(".errors a").ClickAsync();
        await tab.Page.Keyboard.PressAsync("Control+A");
        await tab.Page.Keyboard.TypeAsync("Teachers trained");
        await tab.PressAsync(FormInput.Continue);
        await tab.PressAsync(FormInput.Continue);
        await tab.MustBeUsableAsync("check");
        await tab.PressAsync(FormInput.Send);
        await tab.MustBeUsableAsync("receipt");
        string first = await tab.Page.Locator(".panel strong").InnerTextAsync();

        await tab.GoToAsync(letter.Form);
        Assert.Equal(first, await tab.Page.Locator(".panel strong").InnerTextAsync());
        await tab.Page.Locator("main a[href*='/check']").ClickAsync();
        await tab.Page.WaitForLoadStateAsync(LoadState.Load);
        await tab.MustBeUsableAsync("check of what was sent");
        await tab.Page.Locator("a.change[href*='/proposal/11']").ClickAsync();
        await tab.Page.WaitForLoadStateAsync(LoadState.Load);
        await tab.Page.Locator("textarea[name='action']").FillAsync("Train and pay teachers");
        await tab.PressAsync(FormInput.Continue);
        await tab.PressAsync(FormInput.Continue);
        await tab.PressAsync(FormInput.Send);
        await tab.MustBeUsableAsync("second receipt");

        Assert.EndsWith("-1", first, StringComparison.Ordinal);
        Assert.EndsWith("-2", await tab.Page.Locator(".panel strong").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, (await story.Coordinator.RoundAsync("consultation")).Answered);
        MustStayHome(tab, story);
    }

    [Fact]
    public async Task What_is_typed_is_kept_while_it_is_typed_and_the_page_says_when_it_is_not()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Consultation.Opens);
        await using Tab tab = await chromium.OpenAsync(Phone);
        string remarks = $"{(await story.Person(Party.Ministry).NewestMailAsync()).Form}/remarks";
        await tab.GoToAsync(remarks);
        ILocator status = tab.Page.Locator("[role=status]");
        int asked = tab.Asked.Count;

        await tab.Page.Locator("textarea[name='remarks']").PressSequentiallyAsync("Half a sentence");
        await Assertions.Expect(status).ToContainTextAsync("Saved as a draft");
        await tab.MustBeUsableAsync("kept");
        Assert.Equal(asked + 1, tab.Asked.Count);
        await tab.Page.Context.SetOfflineAsync(true);
        await tab.Page.Locator("textarea[name='remarks']").PressSequentiallyAsync(" in a tunnel");
        await Assertions.Expect(status).ToContainTextAsync("Not saved. Keep this page open");
        await tab.MustBeUsableAsync("not kept");
        await tab.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(status).ToContainTextAsync("Saved as a draft");
        Assert.Contains("Half a sentence in a tunnel", (await story.Person(Party.Ministry).OpenAsync("/remarks")).Html, StringComparison.Ordinal);

        // Another window is not gone over, and this one says so.
        WebPage other = await story.Person(Party.Ministry).OpenAsync("/remarks");
        await story.Person(Party.Ministry).ContinueAsync(other, ("remarks", "Another window"));
        await tab.Page.Locator("textarea[name='remarks']").PressSequentiallyAsync(".");
        await Assertions.Expect(status).ToContainTextAsync("changed in another window");
        await tab.MustBeUsableAsync("changed elsewhere");
        await tab.PressAsync(FormInput.Continue);
        await Assertions.Expect(tab.Page.Locator(".errors")).ToContainTextAsync("Another window");
        await tab.PressAsync(FormInput.Continue);
        await tab.MustBeUsableAsync("check");
        Assert.Equal(0, (await story.Coordinator.RoundAsync("consultation")).Answered);
        MustStayHome(tab, story);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_language_is_changed_by_keyboard_in_the_middle_of_a_sentence_with_and_without_scripts(bool scripts)
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Consultation.Opens);
        await using Tab tab = await chromium.OpenAsync(Phone, scripts: scripts);
        await tab.GoToAsync($"{(await story.Person(Party.Ministry).NewestMailAsync()).Form}/remarks");
        ILocator remarks = tab.Page.Locator("textarea[name='remarks']");

        await remarks.FillAsync("Half a sen");
        await tab.Page.Locator($"button[value='{FormInput.Speak}km']").PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("lang", "km");
        Assert.Equal("Half a sen", await remarks.InputValueAsync());
        await tab.MustFitAsync("in Khmer");
        await remarks.FillAsync("Half a sentence");
        await tab.PressAsync($"{FormInput.Speak}en");

        await Assertions.Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.Equal("Half a sentence", await remarks.InputValueAsync());
        Assert.Equal(0, (await story.Coordinator.RoundAsync("consultation")).Answered);
    }

    [Fact]
    public async Task The_enter_key_in_a_field_goes_on_in_the_same_language()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Consultation.Opens);
        await using Tab tab = await chromium.OpenAsync(Phone, scripts: false);
        await tab.GoToAsync((await story.Person(Party.Ministry).NewestMailAsync()).Form);
        await tab.Page.Locator("input[name='recommendations'][value='11']").CheckAsync();
        await tab.PressAsync(FormInput.Continue);
        await tab.Page.Locator("textarea[name='action']").FillAsync("Train teachers");

        await tab.Page.Locator("input[name='indicator']").PressAsync("Enter");

        await tab.Page.WaitForURLAsync("**/remarks?lang=en");
    }

    [Fact]
    public async Task A_form_is_filled_in_and_sent_on_a_small_phone_without_scripts()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Consultation.Opens);
        await using Tab tab = await chromium.OpenAsync(Phone, scripts: false);

        await tab.GoToAsync((await story.Person(Party.Ministry).NewestMailAsync()).Form);
        await tab.Page.Locator("input[name='recommendations'][value='11']").CheckAsync();
        await tab.MustFitAsync("choosing");
        await tab.PressAsync(FormInput.Continue);
        await tab.Page.Locator("textarea[name='action']").FillAsync("Train teachers");
        await tab.PressAsync(FormInput.Continue);
        await tab.PressAsync(FormInput.Continue);
        await tab.MustFitAsync("check");
        await tab.PressAsync(FormInput.Send);

        Assert.Contains("/receipt", tab.Page.Url, StringComparison.Ordinal);
        await tab.MustFitAsync("receipt");
        Assert.Equal(1, (await story.Coordinator.RoundAsync("consultation")).Answered);
        MustStayHome(tab, story);
    }

    [Fact]
    public async Task Every_other_state_of_a_form_is_accessible()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Consultation.Opens);
        Letter letter = await story.Person(Party.Ministry).NewestMailAsync();
        await using Tab tab = await chromium.OpenAsync(Phone);
        await using Tab other = await chromium.OpenAsync(Phone);

        await tab.GoToAsync($"{letter.Form}/check");
        await tab.MustBeUsableAsync("check of nothing");
        await tab.GoToAsync($"{letter.Form}/remarks");
        await other.GoToAsync($"{letter.Form}/remarks");
        await tab.Page.Locator("textarea[name='remarks']").FillAsync(new string('x', 400));
        await tab.PressAsync(FormInput.Later);
        await other.Page.Locator("textarea[name='remarks']").FillAsync("Something else");
        await other.PressAsync(FormInput.Continue);
        await other.MustBeUsableAsync("changed in another window");
        await tab.GoToAsync($"{letter.Form}/spreadsheet");
        await tab.MustBeUsableAsync("spreadsheet");
        await tab.PressAsync(FormInput.TakeSheet);
        Assert.Equal(1, await tab.Page.Locator(".errors li").CountAsync());
        await tab.MustBeUsableAsync("spreadsheet with errors");
        await tab.GoToAsync(letter.Form[..^3]);
        await tab.MustBeUsableAsync("dead link");
        await tab.GoToAsync(letter.Unsubscribe!);
        await tab.MustBeUsableAsync("unsubscribing");
        await tab.GoToAsync((await story.Person(Party.Ngo).NewestMailAsync()).Form);
        await tab.MustBeUsableAsync("Khmer");
        MustStayHome(tab, story);
    }

    [Theory]
    [InlineData(Phone)]
    [InlineData(1280)]
    public async Task The_page_of_a_translator_is_accessible_and_has_both_texts_side_by_side_where_there_is_room(int width)
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Translation.Opens, new CycleBuilder { Translators = [("Dara", "km")] });
        await using Tab tab = await chromium.OpenAsync(width);

        await tab.GoToAsync((await story.Person(CycleBuilder.EmailOf("Dara")).NewestMailAsync()).Form);
        await tab.MustBeUsableAsync("translating");
        LocatorBoundingBoxResult document = (await tab.Page.Locator("blockquote").BoundingBoxAsync())!;
        LocatorBoundingBoxResult translation = (await tab.Page.Locator("textarea[name='text']").BoundingBoxAsync())!;
        await tab.Page.Locator("textarea[name='text']").FillAsync("ចូរធ្វើ។");
        await tab.PressAsync(FormInput.Continue);
        await tab.MustBeUsableAsync("translating with errors");

        Assert.Equal(width > Phone, translation.X > document.X + document.Width);
    }

    private static void MustStayHome(Tab tab, Story story) =>
        Assert.All(tab.Asked, address => Assert.StartsWith(story.App.Address.ToString(), address, StringComparison.Ordinal));
}
