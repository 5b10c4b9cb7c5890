using FollowUp.Domain.Children;
using FollowUp.Pages.Children;

namespace FollowUp.Pages.Tests.Builders;

/// <summary>The children's pages, each as a child meets it that has answered everything.</summary>
internal static class ChildPages
{
    private static readonly string[] topics = [.. Enumerable.Range(1, 11).Select(ChildrensTopics.Name), ChildrensTopics.Other];

    public static ChildPageModel Of(ChildStep step, string language, string? error = null) =>
        new(language, step, [new("Child Helpline", "1280")], "/c")
        {
            Topics = topics,
            Answers = step == ChildStep.Number ? ChildAnswers.None : new("123456789012345", "ticket", ["5", "8"], "More books", true, Disclosed: true, null),
            Withdrawal = "1234567890123456",
            Told = new("We read your words.\n\nThen we made the plan.", "en"),
            Error = error,
        };
}
