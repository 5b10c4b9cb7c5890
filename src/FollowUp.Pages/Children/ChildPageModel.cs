using FollowUp.Domain.Children;

namespace FollowUp.Pages.Children;

/// <summary>One page of the children's consultation: one thing, in plain words.</summary>
/// <param name="Helplines">On every page.</param>
/// <param name="Path">Where the pages lie, such as <c>/c</c>.</param>
public sealed record ChildPageModel(string Language, ChildStep Step, IReadOnlyList<Helpline> Helplines, string Path) : PageModel
{
    /// <summary>Known everywhere, in every language, and nothing to explain when somebody asks.</summary>
    public const string DefaultLeaveTo = "https://www.wikipedia.org/";

    internal const string Form = "answers";

    public ChildAnswers Answers { get; init; } = ChildAnswers.None;

    /// <summary>What can be chosen among (see <see cref="ChildrensTopics"/>).</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Key of the sentence that says what to mend, or null.</summary>
    public string? Error { get; init; }

    /// <summary>The child's own number, on <see cref="ChildStep.Done"/>.</summary>
    public string? Withdrawal { get; init; }

    /// <summary>On <see cref="ChildStep.Told"/>.</summary>
    public LetterText? Told { get; init; }

    /// <summary>Where a child goes who wants to be gone at once (http or https).</summary>
    public string LeaveTo { get; init; } = DefaultLeaveTo;

    public override string ContentSecurityPolicy => PageScript.Leave.Policy;

    internal override Type Component => typeof(ChildPage);

    internal string Name => Step.ToString().ToLowerInvariant();

    /// <summary>Pages that can be had again at their address, and so in another language; where there are answers, these travel along.</summary>
    internal bool StandsAlone => Step is ChildStep.Number or ChildStep.Withdraw or ChildStep.Stopped;

    internal bool CanStop => Step is >= ChildStep.Welcome and <= ChildStep.Check;
}
