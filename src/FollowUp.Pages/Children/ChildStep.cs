namespace FollowUp.Pages.Children;

/// <summary>The children's pages. Their titles stand under <c>child.{step}.title</c>, in lower case.</summary>
public enum ChildStep
{
    /// <summary>Asks for the group's number.</summary>
    Number,

    /// <summary>What this is, and what it is not for.</summary>
    Welcome,

    /// <summary>What matters most.</summary>
    Matters,

    /// <summary>What should change, in the child's own words.</summary>
    Change,

    /// <summary>Whether the words may be used.</summary>
    Words,

    /// <summary>Somebody to talk to.</summary>
    Talk,
    Check,
    Done,
    Stopped,

    /// <summary>As many children as were agreed have answered.</summary>
    Full,
    Over,

    /// <summary>What became of what children said.</summary>
    Told,

    /// <summary>Asks for the number by which a child takes its answer back.</summary>
    Withdraw,
    Withdrawn,
}
