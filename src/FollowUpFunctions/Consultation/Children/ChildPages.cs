using FollowUp.Domain.Children;
using FollowUp.Pages.Children;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Consultation.Children;

/// <summary>A child on the way through the pages, in a language.</summary>
public sealed record ChildAt(ChildVisit Visit, string Language);

/// <summary>What the children's pages say.</summary>
public sealed class ChildPages(ChildVisits visits, ChildrenTold told, FollowUpOptions options)
{
    private readonly string _path = $"{new Uri(options.BaseUrl).AbsolutePath.TrimEnd('/')}/{ChildEndpoints.Route}";

    /// <summary>A page that knows no group.</summary>
    public async Task<ChildPageModel> OutsideAsync(ChildStep step, string language, string? error, CancellationToken cancellation) =>
        new(language, step, await visits.HelplinesAsync(cancellation), _path) { Error = error, LeaveTo = options.ChildrenLeaveTo };

    public ChildPageModel Step(ChildAt at, ChildStep step, ChildAnswers answers, string? error = null) => Page(at, step) with
    {
        Answers = answers.Ticket.Length > 0 ? answers : answers with { Ticket = ChildInput.NewTicket() },
        Error = error,
    };

    public ChildPageModel Done(ChildAt at, string withdrawal) => Page(at, ChildStep.Done) with { Withdrawal = withdrawal };

    /// <summary>After the end: what became of what children said, as soon as it is written; until then, that it will be.</summary>
    public async Task<ChildPageModel> OverAsync(ChildAt at, CancellationToken cancellation) =>
        await told.FindAsync(at.Visit.Group.Cycle, cancellation) is { } letter
            ? Page(at, ChildStep.Told) with { Told = letter.In(at.Language) }
            : Page(at, ChildStep.Over);

    private ChildPageModel Page(ChildAt at, ChildStep step) => new(at.Language, step, [at.Visit.Safety.Helpline], _path)
    {
        LeaveTo = options.ChildrenLeaveTo,
        Topics = ChildrensTopics.Of(at.Visit.Facts.Recommendations),
    };
}
