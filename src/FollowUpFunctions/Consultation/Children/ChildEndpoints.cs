using FollowUp.Domain.Children;
using FollowUp.Pages;
using FollowUp.Pages.Children;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Http;
using FollowUpFunctions.Security;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Consultation.Children;

/// <summary>
/// Where children write: a number, then one thing a page. The answers travel in the pages' own fields, so that nothing is kept of a child who
/// stops, no address in a phone's history opens anything, and no cookie is needed. GET, HEAD and a POST without a button change nothing.
/// </summary>
public sealed class ChildEndpoints(
    ChildVisits visits, ChildsVoice voice, Disclosures disclosures, ChildPages pages, TryLimits limits, PageResults results)
{
    public const string Route = "c";

    [Function(nameof(ShowChildrensPage))]
    public async Task<IResult> ShowChildrensPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        await results.PageAsync(await pages.OutsideAsync(ChildStep.Number, Language(request, null), null, cancellation));

    [Function(nameof(ShowStopPage))]
    public async Task<IResult> ShowStopPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/stop")] HttpRequest request, CancellationToken cancellation) =>
        await results.PageAsync(await pages.OutsideAsync(ChildStep.Stopped, Language(request, null), null, cancellation));

    [Function(nameof(AnswerChildrensPage))]
    public async Task<IResult> AnswerChildrensPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(request, cancellation) is not { } posted)
            return await results.TooLargeAsync(request);
        string language = Language(request, posted);
        if (posted.Button is null)
            return await results.PageAsync(await pages.OutsideAsync(ChildStep.Number, language, null, cancellation));

        (ChildStep step, ChildAnswers answers) = ChildInput.Read(posted.Fields);
        if (await visits.OpenAsync(answers.Number, cancellation) is not { } visit)
            return await WrongAsync(request, ChildStep.Number, language, "child.error.number", cancellation);
        answers = answers with { Topics = [.. answers.Topics.Intersect(ChildrensTopics.Of(visit.Facts.Recommendations))] };
        return await results.PageAsync(await AnswerAsync(new(visit, language), step, answers, posted.Button, cancellation));
    }

    [Function(nameof(ShowTakeBack))]
    public async Task<IResult> ShowTakeBack(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/withdraw")] HttpRequest request, CancellationToken cancellation) =>
        await results.PageAsync(await pages.OutsideAsync(ChildStep.Withdraw, Language(request, null), null, cancellation));

    [Function(nameof(TakeBack))]
    public async Task<IResult> TakeBack(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/withdraw")] HttpRequest request, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(request, cancellation) is not { } posted)
            return await results.TooLargeAsync(request);
        string language = Language(request, posted);
        if (posted.Button != FormInput.Send)
            return await results.PageAsync(await pages.OutsideAsync(ChildStep.Withdraw, language, null, cancellation));
        return await voice.TakeBackAsync(ChildInput.Digits(posted.Field(ChildInput.Number)), cancellation)
            ? await results.PageAsync(await pages.OutsideAsync(ChildStep.Withdrawn, language, null, cancellation))
            : await WrongAsync(request, ChildStep.Withdraw, language, "child.error.withdrawal", cancellation);
    }

    // A right number is taken however many wrong ones were tried: a class shares its address with others.
    private async Task<IResult> WrongAsync(HttpRequest request, ChildStep step, string language, string error, CancellationToken cancellation) =>
        limits.TooManyFailures(request)
            ? await results.PageAsync(await pages.OutsideAsync(step, language, "child.error.too-many", cancellation), StatusCodes.Status429TooManyRequests)
            : await results.PageAsync(await pages.OutsideAsync(step, language, error, cancellation));

    private async Task<ChildPageModel> AnswerAsync(
        ChildAt at, ChildStep step, ChildAnswers answers, string button, CancellationToken cancellation)
    {
        // Whatever else is over: what a child wants somebody to know is taken.
        if (step == ChildStep.Talk && button == ChildInput.Disclose && answers.Disclosure is { } told && ChildFlow.Fault(step, answers) is null)
        {
            await disclosures.TakeAsync(at.Visit, answers, told, at.Language, cancellation);
            return pages.Step(at, ChildStep.Talk, answers with { Disclosure = null, Disclosed = true });
        }

        if (!at.Visit.IsOpen)
            return await pages.OverAsync(at, cancellation);
        if (step == ChildStep.Number && at.Visit.IsFull)
            return pages.Step(at, ChildStep.Full, answers);
        if (button == FormInput.Speak)
            return pages.Step(at, step, answers);
        if (button == ChildInput.Back)
            return pages.Step(at, ChildFlow.Back(step, answers), answers);
        if (button == ChildInput.Skip)
            return pages.Step(at, ChildFlow.Next(step, ChildFlow.Without(step, answers)), ChildFlow.Without(step, answers));
        if (ChildFlow.Fault(step, answers) is { } fault)
            return pages.Step(at, step, answers, fault);
        return (step, button) switch
        {
            // Else a child would think that it had told somebody.
            (ChildStep.Talk, FormInput.Continue) when answers.Disclosure is not null => pages.Step(at, step, answers, "child.error.unsent"),
            (ChildStep.Check, FormInput.Send) => await SendAsync(at, answers, cancellation),
            (_, FormInput.Continue) when step != ChildStep.Check => pages.Step(at, ChildFlow.Next(step, answers), answers),
            _ => pages.Step(at, step, answers),
        };
    }

    private async Task<ChildPageModel> SendAsync(ChildAt at, ChildAnswers answers, CancellationToken cancellation)
    {
        (VoiceOutcome outcome, string withdrawal) = await voice.SendAsync(at.Visit, answers, at.Language, cancellation);
        return outcome switch
        {
            VoiceOutcome.Taken => pages.Done(at, withdrawal),
            VoiceOutcome.Full => pages.Step(at, ChildStep.Full, answers),
            _ => await pages.OverAsync(at, cancellation),
        };
    }

    private static string Language(HttpRequest request, PostedForm? posted) =>
        new[] { posted?.Language, request.Query["lang"].FirstOrDefault() }.FirstOrDefault(l => l is not null && Wording.Languages.Contains(l))
        ?? Wording.Languages[0];
}
