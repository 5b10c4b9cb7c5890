using FollowUp.Domain.Cycles;
using FollowUp.Pages.Children;
using FollowUp.Pages.Forms;
using FollowUp.Pages;
using FollowUpFunctions.Http;
using FollowUpFunctions.Links;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Consultation.Children;

/// <summary>
/// The safeguarding contact's page, by the link in their mail. What children wrote stands only in the answer to its button: mail scanners open
/// links, and have no business with it.
/// </summary>
public sealed class SafeguardingEndpoints(
    CyclesTable cycles, DisclosuresTable disclosures, SafeguardingMail mail, ChildrensNumbers numbers, PageResults results)
{
    private const string Route = "s/{cycle}/{token}";

    [Function(nameof(ShowDisclosures))]
    public async Task<IResult> ShowDisclosures(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cycle, string token, CancellationToken cancellation) =>
        await OpenAsync(cycle, token, cancellation) is { } settings
            ? await results.PageAsync(await PageAsync(settings, request, read: false, cancellation))
            : await results.DeadLinkAsync(request);

    [Function(nameof(ReadDisclosures))]
    public async Task<IResult> ReadDisclosures(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string cycle, string token, CancellationToken cancellation)
    {
        PostedForm? posted = await PostedForm.ReadAsync(request, cancellation);
        if (await OpenAsync(cycle, token, cancellation) is { } settings)
            return await results.PageAsync(await PageAsync(settings, request, posted?.Button == FormInput.Continue, cancellation));
        return posted?.Button == FormInput.FreshLink
            ? await results.FreshLinkAsync(request, () => SendLinkAsync(cycle, cancellation))
            : await results.DeadLinkAsync(request);
    }

    private async Task<CycleSettings?> OpenAsync(string cycle, string token, CancellationToken cancellation) =>
        await cycles.FindAsync(cycle, cancellation) is { Settings: { Children.Contact.Email: { } email } settings } && numbers.IsSafeguarding(cycle, email, token)
            ? settings
            : null;

    // The welcome with the link that holds now; a mail is written once, so who asks again gets no second one.
    private async Task SendLinkAsync(string cycle, CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is { Settings.Children: not null })
            await mail.SendAsync(cycle, SafeguardingLetterKind.Welcome, 2, cancellation);
    }

    private async Task<PageModel> PageAsync(CycleSettings settings, HttpRequest request, bool read, CancellationToken cancellation)
    {
        IReadOnlyList<Disclosure> told = await disclosures.ListAsync(settings.Id, cancellation);
        CycleFacts facts = (await cycles.FactsAsync(settings.Id, cancellation))!;
        string language = request.Query["lang"].FirstOrDefault(l => l is not null && settings.Languages.Contains(l)) ?? settings.Children!.Contact.Language;
        return new SafeguardingPageModel(
            new(language, settings.Languages, settings.Title, settings.TimeZone),
            told.Count,
            read ? [.. told.Select(d => new ToldByChild(d.Text, d.Language, facts.ContactOf(d.Who)?.Organisation ?? d.Who, d.At))] : null,
            request.PathBase + request.Path);
    }
}
