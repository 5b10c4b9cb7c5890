using FollowUp.Pages.Children;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Journeys;
using Microsoft.Playwright;

namespace FollowUpFunctions.Tests.Browser;

public sealed class ChildInBrowserTests(AzuriteFixture azurite, Chromium chromium)
{
    private const int Phone = 320;

    [Fact]
    public async Task A_child_answers_confides_and_takes_its_answer_back_on_a_small_phone_without_scripts()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        string number = await story.AttestAsync(Party.Youth);
        await using Tab tab = await chromium.OpenAsync(Phone, scripts: false);

        await tab.GoToAsync(new Uri(story.App.Address, "c").ToString());
        await tab.MustFitAsync("number");
        await tab.Page.FillAsync("#number", ChildInput.Grouped(number, 3));
        await PressAsync(tab, FormInput.Continue, "We want to hear from you");
        await PressAsync(tab, FormInput.Continue, "What matters most");
        foreach (string topic in (string[])["1", "2", "3", "other"])
            await tab.Page.CheckAsync($"#t-{topic}");
        await tab.Page.ClickAsync("button[value='continue']");
        await Assertions.Expect(tab.Page.Locator(".errors")).ToHaveCountAsync(1);
        await tab.MustFitAsync("too many");
        await tab.Page.UncheckAsync("#t-3");
        await PressAsync(tab, FormInput.Continue, "What should change");
        await tab.Page.FillAsync("#words", "More books");
        await PressAsync(tab, FormInput.Continue, "May we use your words?");
        await tab.Page.CheckAsync("#q-yes");
        await PressAsync(tab, FormInput.Continue, "Someone to talk to");
        await tab.Page.FillAsync("#tell", "I am afraid");
        await tab.Page.ClickAsync("button[value='disclose']");
        await Assertions.Expect(tab.Page.Locator("main")).ToContainTextAsync("It was sent");
        await PressAsync(tab, FormInput.Continue, "Look at your answers");
        await PressAsync(tab, FormInput.Send, "Thank you");
        string own = await tab.Page.Locator(".panel strong").InnerTextAsync();

        await tab.GoToAsync(new Uri(story.App.Address, "c/withdraw").ToString());
        await tab.Page.FillAsync("#number", string.Concat(own.Select(c => char.IsAsciiDigit(c) ? (char)('០' + (c - '0')) : c)));
        await PressAsync(tab, FormInput.Send, "Your answers are gone");
        Assert.Contains("0 of 6", (await story.Person(Party.Youth).OpenAsync("/group")).Text, StringComparison.Ordinal);
        Assert.All(tab.Asked, address => Assert.DoesNotContain(number, address, StringComparison.Ordinal));
        Assert.Empty(await tab.Page.Context.CookiesAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_child_is_gone_with_one_press_and_going_back_shows_nothing_it_wrote(bool scripts)
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        string number = await story.AttestAsync(Party.Youth);
        await using Tab tab = await chromium.OpenAsync(Phone, scripts: scripts);
        await tab.Page.Context.RouteAsync("https://www.wikipedia.org/", route => route.FulfillAsync(new() { Body = "<h1>An encyclopedia</h1>", ContentType = "text/html" }));
        await tab.GoToAsync(new Uri(story.App.Address, "c").ToString());
        await tab.Page.FillAsync("#number", number);
        await PressAsync(tab, FormInput.Continue, "We want to hear from you");
        await PressAsync(tab, FormInput.Continue, "What matters most");
        await PressAsync(tab, FormInput.Continue, "What should change");
        await tab.Page.FillAsync("#words", "I am afraid at home");

        await tab.Page.ClickAsync(".leave a");
        await Assertions.Expect(tab.Page.Locator("h1")).ToHaveTextAsync("An encyclopedia");
        await tab.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });

        Assert.DoesNotContain("I am afraid at home", await tab.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.True(await tab.Page.Locator("#words").CountAsync() == 0 || (await tab.Page.InputValueAsync("#words")).Length == 0);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Axe_finds_nothing_on_the_pages_of_children_and_of_their_adult(string language)
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        string number = await story.AttestAsync(Party.Youth);
        await using Tab tab = await chromium.OpenAsync(Phone);

        await tab.GoToAsync(new Uri(story.App.Address, $"c?lang={language}").ToString());
        await tab.MustBeUsableAsync("number");
        await tab.Page.FillAsync("#number", "1");
        await tab.PressAsync(FormInput.Continue);
        await tab.MustBeUsableAsync("wrong number");
        await tab.Page.FillAsync("#number", number);
        foreach (string state in (string[])["welcome", "matters", "change", "talk", "check"])
        {
            await tab.PressAsync(FormInput.Continue);
            await tab.MustBeUsableAsync(state);
        }

        await tab.PressAsync(FormInput.Send);
        await tab.MustBeUsableAsync("nothing to send");
        Assert.Equal(1, await tab.Page.Locator(".errors").CountAsync());
        foreach (string page in (string[])["c/withdraw", "c/stop"])
        {
            await tab.GoToAsync(new Uri(story.App.Address, $"{page}?lang={language}").ToString());
            await tab.MustBeUsableAsync(page);
        }

        string form = (await story.Person(Party.Youth).NewestMailAsync()).Form;
        foreach (string page in (string[])["/attestation", "/group", "/told"])
        {
            await tab.GoToAsync(form + page);
            await tab.MustBeUsableAsync(page);
        }
    }

    private static async Task PressAsync(Tab tab, string button, string leadsTo)
    {
        await tab.Page.ClickAsync($"button[value='{button}']");
        await Assertions.Expect(tab.Page.Locator("h1")).ToHaveTextAsync(leadsTo);
        await tab.MustFitAsync(leadsTo);
    }
}
