using System.Text;
using FollowUp.Pages.Site;

namespace FollowUpFunctions.Publication;

/// <summary>What a page says of a file beside it.</summary>
internal static class Files
{
    public static Download Of(string file, string name, string type, string content) => new(file, name, type.Split(';')[0], Encoding.UTF8.GetByteCount(content));
}
