using System.Text.Json;

namespace LocalHost.Storage;

/// <summary>A JSON file for its owner's eyes only, replaced whole.</summary>
internal static class PrivateFile
{
    public static void Write<T>(string path, T content)
    {
        string next = path + ".next";
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (FileStream file = new(next, options))
            JsonSerializer.Serialize(file, content, JsonSerializerOptions.Web);
        File.Move(next, path, overwrite: true);
    }

    /// <returns>Null when there is no such file, or it holds nothing of that shape.</returns>
    public static T? Read<T>(string path)
        where T : class
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), JsonSerializerOptions.Web) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
