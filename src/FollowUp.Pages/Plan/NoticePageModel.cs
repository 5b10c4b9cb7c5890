namespace FollowUp.Pages.Plan;

/// <summary>What stands in place of a published page from which somebody was erased.</summary>
/// <param name="Title">Of the cycle.</param>
/// <param name="Newest">Address of what to read instead, relative to the page.</param>
public sealed record NoticePageModel(string Language, string Title, string Newest) : PageModel
{
    internal override Type Component => typeof(NoticePage);
}
