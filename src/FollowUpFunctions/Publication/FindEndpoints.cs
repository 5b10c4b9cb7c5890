using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUp.Pages;
using FollowUp.Pages.Messages;
using FollowUp.Pages.Site;
using FollowUpFunctions.Http;
using FollowUpFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Publication;

/// <summary>The search in a published plan. It reads what everybody may read, and keeps no question.</summary>
public sealed class FindEndpoints(PlanSearch search, PublicAddresses addresses, TryLimits limits, PageResults results)
{
    /// <param name="request">With <c>?q=</c> what is looked for and <c>?lang=</c> one of the plan's languages, its first when it is left out.</param>
    [Function(nameof(FindInPlan))]
    public async Task<IResult> FindInPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "find/{cycle}")] HttpRequest request, string cycle, CancellationToken cancellation)
    {
        if (limits.TooManySearches(request))
            return await results.TooManyAsync(request, MessageKind.TooManySearches);
        string asked = request.Query["lang"].ToString();
        if (!Slug.IsSlug(cycle) || await search.FindAsync(cycle, cancellation) is not { } finder)
            return await results.PageAsync(new MessagePageModel(PageFrame.Unknown(Wording.Languages.Contains(asked) ? asked : Wording.Languages[0]), MessageKind.NotFound));

        PublishedPlan plan = finder.Plan;
        string language = plan.Languages.Contains(asked) ? asked : plan.Languages[0];
        string typed = request.Query["q"].ToString().Trim();
        string query = typed.Length > PlanFinder.LongestQuery ? typed[..PlanFinder.LongestQuery] : typed;
        SiteAddresses site = new(language == plan.Languages[0] ? "" : $".{language}");
        return await results.PageAsync(new FindModel(
            plan,
            language,
            [.. plan.Languages.Select(l => new LanguageLink(l, $"?q={Escaped(query)}&lang={Escaped(l)}"))],
            addresses.File(cycle, $"index{site.Suffix}.html"),
            query,
            typed.Length > PlanFinder.LongestQuery,
            finder.Find(query),
            key => addresses.File(cycle, site.RecommendationFile(key))));
    }

    // Half a character, where the question was cut, can't be escaped.
    private static string Escaped(string text) => Uri.EscapeDataString(string.Concat(text.EnumerateRunes().Select(r => r.ToString())));
}
