using System.Globalization;
using System.Text.Json;

namespace LocalHost.Time;

/// <summary>
/// Keeps the virtual now in a file, replaced whole. It is written before work at the new time can begin, so a host that was killed goes on
/// at a time that is never earlier than what it has recorded elsewhere.
/// </summary>
public sealed class ClockFile(string path)
{
    private sealed record Content(string Now);

    /// <summary>The time kept, or null when none was kept yet.</summary>
    /// <exception cref="HostException">The file is there but holds no time.</exception>
    public DateTimeOffset? Read()
    {
        if (!File.Exists(path))
            return null;

        try
        {
            Content? content = JsonSerializer.Deserialize<Content>(File.ReadAllText(path), JsonSerializerOptions.Web);
            return DateTimeOffset.Parse(content!.Now, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        }
        catch (Exception e) when (e is JsonException or FormatException or NullReferenceException or ArgumentNullException)
        {
            throw new HostException($"The clock file {path} holds no time. Delete the data folder to begin again, or write {{\"now\":\"2030-01-31T08:00:00Z\"}} into it.", e);
        }
    }

    public void Write(DateTimeOffset now)
    {
        string next = path + ".next";
        File.WriteAllText(next, JsonSerializer.Serialize(new Content(now.ToString("O", CultureInfo.InvariantCulture)), JsonSerializerOptions.Web));
        File.Move(next, path, overwrite: true);
    }
}
