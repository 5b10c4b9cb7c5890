using FollowUp.Pages.Forms;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Journeys;
using FollowUpFunctions.Tests.Progress;
using Microsoft.Playwright;

namespace FollowUpFunctions.Tests.Browser;

public sealed class EvidenceInBrowserTests(AzuriteFixture azurite, Chromium chromium)
{
    private const int Phone = 320;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_is_given_on_a_small_phone_with_and_without_scripts(bool scripts)
    {
        await using Story story = await ProgressStory.BeginAsync(azurite);
        await story.GoToDayAsync(ProgressStory.Due + 0.5);
        await using Tab tab = await chromium.OpenAsync(Phone, scripts: scripts);
        string form = (await story.Person(Party.Ministry).NewestMailAsync()).Form;

        await tab.GoToAsync(form);
        await tab.Page.Locator("input[name='status'][value='under-way']").CheckAsync();
        await tab.Page.Locator("input[type='file']").SetInputFilesAsync(new FilePayload { Name = "report.pdf", MimeType = "application/pdf", Buffer = "<html>"u8.ToArray() });
        await tab.PressAsync(FormInput.Continue);
        Assert.Equal(1, await tab.Page.Locator(".errors li").CountAsync());
        await UsableAsync("a file that is not what it says");
        Assert.True(await tab.Page.Locator("input[name='status'][value='under-way']").IsCheckedAsync());
        await tab.Page.Locator("input[type='file']").SetInputFilesAsync(new FilePayload { Name = "picture.of.the.new.school.building.png", MimeType = "image/png", Buffer = SampleFiles.Png });
        await tab.PressAsync(FormInput.Continue);
        await tab.GoToAsync(form);
        await tab.Page.Locator("a.change").First.ClickAsync();
        await tab.Page.WaitForLoadStateAsync(LoadState.Load);
        await UsableAsync("a file that is kept");
        await tab.PressAsync(FormInput.Continue);
        await tab.PressAsync(FormInput.Continue);
        await UsableAsync("check");
        await tab.PressAsync(FormInput.Send);
        await UsableAsync("receipt");

        Assert.Contains("picture.of.the.new.school.building.png", await tab.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        // Only a page with scripts can be looked through by a program.
        Task UsableAsync(string state) => scripts ? tab.MustBeUsableAsync(state) : tab.MustFitAsync(state);
    }
}
