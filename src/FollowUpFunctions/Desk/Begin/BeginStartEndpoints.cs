using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Domain.Cycles;
using FollowUp.Pages;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Http;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Rounds;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Desk.Begin;

/// <summary>The two buttons under the preview: a mail to try, and the beginning.</summary>
public sealed class BeginStartEndpoints(
    BeginDesk desk, BeginDrafts drafts, BeginPreviewEndpoints previews, MailRenderer renderer, IMailProvider provider, CycleBeginning beginning, TimeProvider clock)
{
    /// <summary>Mails the invitation to whoever is signed in, and to nobody else. It is recorded nowhere: it is nobody's invitation.</summary>
    [Function(nameof(SendTestMail))]
    public Task<IResult> SendTestMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/begin/test")] HttpRequest request, CancellationToken cancellation) =>
        desk.TakeAsync(
            request,
            async (visit, draft, _) =>
            {
                if (await desk.ReadAsync(visit, draft, cancellation) is not { Contents: { } cycle })
                    return PageResults.SeeOther(BeginDesk.Address(visit, "preview"));
                bool sent = await SendAsync(visit, draft, cycle, cancellation) == MailOutcome.Accepted;
                return PageResults.SeeOther($"{BeginDesk.Address(visit, "preview")}?done={(sent ? "test-sent" : "test-failed")}");
            },
            cancellation);

    [Function(nameof(BeginAtDesk))]
    public Task<IResult> BeginAtDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/begin/start")] HttpRequest request,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellation) =>
        desk.TakeAsync(
            request,
            async (visit, draft, _) =>
            {
                Upload upload = await desk.UploadAsync(visit, draft, cancellation);
                BeginAnswer answer = await beginning.BeginAsync(upload, $"desk-{draft.Key}", dryRun: false, durable, cancellation);
                if (answer.Outcome == BeginOutcome.InUse)
                    return PageResults.SeeOther(BeginDesk.Address(visit, "settings"));
                if (answer.Begun is not { } begun)
                    return PageResults.SeeOther($"{BeginDesk.Address(visit, "preview")}{(answer.Outcome == BeginOutcome.UnderWay ? "?done=under-way" : "")}");
                // The draft stays, to say what became of it to whoever presses the button again; names and addresses go.
                await drafts.SaveAsync(visit, new BeginDraft(draft.Key, new Dictionary<string, string>()) { Begun = begun.Id }, cancellation);
                await drafts.RemoveAsync(visit, BeginDrafts.Contacts, cancellation);
                await drafts.RemoveAsync(visit, BeginDrafts.Register, cancellation);
                return PageResults.SeeOther($"{visit.Address(begun.Id)}?done=begun");
            },
            cancellation);

    private async Task<MailOutcome> SendAsync(DeskVisit visit, BeginDraft draft, CycleContents cycle, CancellationToken cancellation)
    {
        string language = cycle.Settings.Languages.Contains(visit.Language) ? visit.Language : cycle.Settings.Languages[0];
        MailModel mail = previews.Invitation(cycle, language, draft["/coordinators/0/name"] ?? visit.Session.Email, cycle.Stakeholders[0].Organisation);
        MailTemplate template = await renderer.TemplateAsync(mail);
        template = template with { Subject = template.Subject with { Parts = [new($"[{Wording.For(language)["begin.test.subject"]}] ", null), .. template.Subject.Parts] } };
        string id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(draft.Key)))[..32];
        MailKey key = new(new("desk", "test", id), string.Create(CultureInfo.InvariantCulture, $"test~mail~{clock.GetUtcNow().ToUnixTimeSeconds()}~{id}"), 1);
        return (await provider.SendAsync([new(key, visit.Session.Email, template, MailPerson.Of(mail))], cancellation))[0];
    }
}
