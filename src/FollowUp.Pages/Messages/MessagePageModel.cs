using FollowUp.Pages.Forms;

namespace FollowUp.Pages.Messages;

/// <summary>Pages that say one thing. Their texts stand under <c>message.{kind}.title</c>, <c>.text</c> and <c>.button</c>.</summary>
public enum MessageKind
{
    /// <summary>Expired, revoked or never valid: the same words for all. Its button posts <see cref="FormInput.FreshLink"/>.</summary>
    DeadLink,

    /// <summary>Says the same whether or not there was somebody to mail.</summary>
    FreshLinkSent,

    /// <summary>"Save and come back later" was pressed.</summary>
    Saved,

    /// <summary>The form asks about no recommendation.</summary>
    NothingAsked,

    /// <summary>Its button posts <see cref="FormInput.Unsubscribe"/>.</summary>
    Unsubscribe,
    Unsubscribed,

    /// <summary>The cycle was cancelled: nothing is asked any more.</summary>
    Cancelled,

    /// <summary>A letter was ready when a coordinator was told of it; by now nothing is overdue.</summary>
    NothingToSend,
    NotFound,
    TooLarge,

    /// <summary>A form of the desk that none of its pages made for this session.</summary>
    FormNotOurs,

    /// <summary>Too many dead links were tried from one place.</summary>
    TooMany,

    /// <summary>Too many searches came from one place.</summary>
    TooManySearches,
    Error,
}

/// <param name="Action">Where the button posts to; null for a page without a button.</param>
/// <param name="Link">Where the link of the page leads; null for a page without one.</param>
/// <param name="Closes">Said on <see cref="MessageKind.Saved"/>.</param>
public sealed record MessagePageModel(
    PageFrame Frame,
    MessageKind Kind,
    string? Action = null,
    string? Link = null,
    DateTimeOffset? Closes = null) : PageModel
{
    internal override Type Component => typeof(MessagePage);

    /// <summary>The part of the text keys.</summary>
    internal string Name => Kind switch
    {
        MessageKind.DeadLink => "dead-link",
        MessageKind.FreshLinkSent => "fresh-link-sent",
        MessageKind.Saved => "saved",
        MessageKind.NothingAsked => "nothing-asked",
        MessageKind.Unsubscribe => "unsubscribe",
        MessageKind.Unsubscribed => "unsubscribed",
        MessageKind.Cancelled => "cancelled",
        MessageKind.NothingToSend => "nothing-to-send",
        MessageKind.NotFound => "not-found",
        MessageKind.TooLarge => "too-large",
        MessageKind.FormNotOurs => "form-not-ours",
        MessageKind.TooMany => "too-many",
        MessageKind.TooManySearches => "too-many-searches",
        _ => "error",
    };

    /// <summary>What the page's button posts, where its kind has one.</summary>
    internal string? Button => Kind switch
    {
        MessageKind.DeadLink => FormInput.FreshLink,
        MessageKind.Unsubscribe => FormInput.Unsubscribe,
        _ => null,
    };
}
