using System.Globalization;

namespace FollowUp.Pages;

/// <summary>What a file is and how large, in words.</summary>
internal static class FileWording
{
    private const int Kilobyte = 1_000;
    private const int Megabyte = 1_000_000;

    /// <param name="extension">Such as <c>pdf</c>.</param>
    public static string Kind(Wording text, string extension) => text[$"file.kind.{extension}"];

    /// <summary>Such as "340 KB" or "1.2 MB"; never less than 1 KB.</summary>
    public static string Size(Wording text, long bytes) => bytes < Megabyte
        ? text.Format("file.size.kb", ("size", Math.Max(1, (bytes + (Kilobyte / 2)) / Kilobyte)))
        : text.Format("file.size.mb", ("size", (bytes / (double)Megabyte).ToString("0.0", CultureInfo.InvariantCulture)));
}
