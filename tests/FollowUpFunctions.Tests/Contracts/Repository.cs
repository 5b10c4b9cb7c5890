using System.Reflection;

namespace FollowUpFunctions.Tests.Contracts;

/// <summary>The working copy that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts)).ReplaceLineEndings("\n");

    /// <summary>Source files under folders of the repository, with their path from its root.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(params string[] folders) =>
        folders
            .SelectMany(folder => Directory.EnumerateFiles(PathOf(folder), "*.*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".csproj" or ".json" && !file.EndsWith("lock.json", StringComparison.Ordinal))
            .Select(file => (Path.GetRelativePath(Root, file), File.ReadAllText(file)));
}
