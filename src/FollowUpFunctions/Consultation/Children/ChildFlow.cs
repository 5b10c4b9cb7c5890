using FollowUp.Domain.Children;
using FollowUp.Pages.Children;

namespace FollowUpFunctions.Consultation.Children;

/// <summary>Which page a child sees next. Every question can be left out; whether words may be used is asked only where there are some.</summary>
public static class ChildFlow
{
    /// <summary>In UTF-16 units.</summary>
    public const int LongestWords = 2_000;

    public const int LongestDisclosure = 5_000;

    private static readonly ChildStep[] _order =
        [ChildStep.Number, ChildStep.Welcome, ChildStep.Matters, ChildStep.Change, ChildStep.Words, ChildStep.Talk, ChildStep.Check];

    public static ChildStep Next(ChildStep step, ChildAnswers answers) => Towards(step, 1, answers);

    public static ChildStep Back(ChildStep step, ChildAnswers answers) => Towards(step, -1, answers);

    /// <summary>What must be mended on a step (key of a sentence), or null.</summary>
    public static string? Fault(ChildStep step, ChildAnswers answers) => step switch
    {
        ChildStep.Matters or ChildStep.Check when answers.Topics.Count > ChildrensTopics.Most => "child.error.topics",
        ChildStep.Change or ChildStep.Check when answers.Words?.Length > LongestWords => "child.error.long",
        ChildStep.Talk when answers.Disclosure?.Length > LongestDisclosure => "child.error.long",
        ChildStep.Check when answers is { Topics.Count: 0, Words: null } => "child.error.nothing",
        _ => null,
    };

    /// <summary>The answers without what a step asks.</summary>
    public static ChildAnswers Without(ChildStep step, ChildAnswers answers) => step switch
    {
        ChildStep.Matters => answers with { Topics = [] },
        ChildStep.Change => answers with { Words = null, MayQuote = null },
        ChildStep.Words => answers with { MayQuote = null },
        _ => answers with { Disclosure = null },
    };

    private static ChildStep Towards(ChildStep step, int by, ChildAnswers answers)
    {
        int at = Math.Clamp(Array.IndexOf(_order, step) + by, 1, _order.Length - 1);
        return _order[at] == ChildStep.Words && answers.Words is null ? _order[at + by] : _order[at];
    }
}
