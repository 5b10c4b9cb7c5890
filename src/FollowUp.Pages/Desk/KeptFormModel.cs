namespace FollowUp.Pages.Desk;

/// <summary>A form that came when the session it was made in had ended: nothing was changed, and what was typed waits here to be sent again.</summary>
/// <param name="Root">Path of the desk.</param>
/// <param name="Action">Where the form goes.</param>
/// <param name="FormKey">Of the session that there is now; the form's own while nobody is signed in.</param>
/// <param name="IsSignedIn">Whether the button here sends it; else somebody must sign in first.</param>
/// <param name="Fields">All that was sent but the key and files.</param>
public sealed record KeptFormModel(
    string Language, string Root, string Action, string FormKey, bool IsSignedIn, IReadOnlyDictionary<string, IReadOnlyList<string>> Fields) : PageModel
{
    /// <summary>Files were chosen in it, which no page can carry.</summary>
    public bool HadFiles { get; init; }

    internal override Type Component => typeof(KeptFormPage);

    internal IEnumerable<string> Typed => Fields.Where(f => IsTyped(f.Key)).SelectMany(f => f.Value).Where(v => !string.IsNullOrWhiteSpace(v));

    internal string SignIn => $"{Root}/sign-in?lang={Language}";

    /// <summary>Whether anything would be lost with a form: more than its button and what the desk itself puts into it.</summary>
    public static bool HasTyped(IEnumerable<string> fields) => fields.Any(IsTyped);

    private static bool IsTyped(string field) => !field.StartsWith('_');
}
