using FollowUp.Domain.Publication;

namespace FollowUp.Pages.Progress;

/// <summary>How each value is drawn, so that it is told by more than its colour.</summary>
internal static class Patterns
{
    public static string Of(string value) => value switch
    {
        "not-started" or "proposed" => "dots",
        "drafted" => "dense",
        "under-way" or "tabled" => "slant",
        "done-without-effect" or "adopted" => "cross",
        "contrary" or "budgeted" => "lines",
        "done" or "enforced" => "solid",
        ProgressViews.Silent => "none",
        _ => "posts",
    };
}
