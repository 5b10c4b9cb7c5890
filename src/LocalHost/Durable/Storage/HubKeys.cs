using System.Globalization;

namespace LocalHost.Durable.Storage;

/// <summary>
/// Row keys of a task hub. All rows share one partition, so that commits of many instances can share a transaction; the price, a partition's
/// ceiling of some 2,000 rows a second, is far above what one machine asks for.
/// </summary>
internal static class HubKeys
{
    public const string Partition = "hub";

    public static string Instance(string instanceId) => $"i~{instanceId}";

    public static string History(string executionId) => $"h~{executionId}~";

    public static string History(string executionId, int row) => string.Create(CultureInfo.InvariantCulture, $"h~{executionId}~{row:D8}");

    /// <summary>A message that an execution sent in the commit of the given history row.</summary>
    public static string Message(string executionId, int row, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"m~{executionId}~{row:D8}~{number:D5}");

    /// <summary>The end of the range of keys that begin with the prefix.</summary>
    public static string After(string prefix) => $"{prefix[..^1]}{(char)(prefix[^1] + 1)}";

    /// <exception cref="ArgumentException">The id can't be used, here or on Azure.</exception>
    public static void CheckInstanceId(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        if (instanceId.Length > 100 || instanceId[0] == '@' || instanceId.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c)))
            throw new ArgumentException(
                $"'{instanceId}' can't be the id of an instance: it takes 1 to 100 characters, not beginning with @, without / \\ # ? and control characters.",
                nameof(instanceId));
    }

    public static string NewExecutionId() => Guid.NewGuid().ToString("N");
}
