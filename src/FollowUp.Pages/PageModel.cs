namespace FollowUp.Pages;

/// <summary>What one page says; <see cref="PageRenderer"/> makes the document of it.</summary>
public abstract record PageModel
{
    /// <summary>The Razor component with a <c>Model</c> parameter that shows it.</summary>
    internal abstract Type Component { get; }

    /// <summary>The header <c>Content-Security-Policy</c> that the page is sent with.</summary>
    public virtual string ContentSecurityPolicy => PageStyle.ContentSecurityPolicy;
}

/// <summary>What surrounds the content of an application page.</summary>
/// <param name="Language">BCP 47; a language without texts is shown in English.</param>
/// <param name="Languages">Offered as links to the same address with <c>?lang=xx</c>.</param>
/// <param name="CycleTitle">Empty where the cycle is not known, as behind a dead link.</param>
/// <param name="TimeZone">IANA name; all instants are shown in it.</param>
public sealed record PageFrame(string Language, IReadOnlyList<string> Languages, string CycleTitle, string TimeZone)
{
    /// <summary>The frame of a page that nothing is known for: no cycle, times in UTC, every language offered.</summary>
    public static PageFrame Unknown(string language) => new(language, Wording.Languages, "", "UTC");
}

/// <summary>A page in one language.</summary>
/// <param name="Href">Relative, or an http(s) address.</param>
public sealed record LanguageLink(string Language, string Href);
