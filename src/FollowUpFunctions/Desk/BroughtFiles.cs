using FollowUp.Pages;
using FollowUpFunctions.Http;

namespace FollowUpFunctions.Desk;

/// <summary>Files that a form of the desk asks for.</summary>
internal static class BroughtFiles
{
    /// <summary>Why nothing can be made of what was chosen, in a sentence; null for a file that has something in it.</summary>
    /// <param name="file">Null where none was chosen.</param>
    public static string? Fault(PostedFile? file, Wording text) => file switch
    {
        { Bytes: null } => text["begin.too-large"],
        { Bytes.Length: > 0 } => null,
        _ => text["begin.missing.file"],
    };
}
