using System.Reflection;

namespace FollowUp.Domain.Tests.Builders;

internal static class Repository
{
    public static string Root => Metadata("RepositoryRoot");

    public static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
