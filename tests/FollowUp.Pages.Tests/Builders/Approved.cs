using System.Reflection;

namespace FollowUp.Pages.Tests.Builders;

/// <summary>
/// Texts that never change unseen. On a mismatch the new text is written beside the approved one as <c>*.received.*</c>:
/// read both, and rename it if the change is meant.
/// </summary>
internal static class Approved
{
    private static string Folder => Path.Combine(
        typeof(Approved).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!,
        "tests",
        "FollowUp.Pages.Tests",
        "Approved");

    public static void Matches(string name, string text)
    {
        string approved = Path.Combine(Folder, $"{Path.GetFileNameWithoutExtension(name)}.approved{Path.GetExtension(name)}");
        string received = approved.Replace(".approved", ".received", StringComparison.Ordinal);
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == text)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Folder);
        File.WriteAllText(received, text);
        Assert.Fail($"{name} is not as approved. Compare {received} with {approved}, and rename it if the change is meant.");
    }
}
