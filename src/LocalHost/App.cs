using System.Reflection;
using System.Security.Cryptography;
using FollowUpFunctions;
using LocalHost.Hosting;

namespace LocalHost;

/// <summary>Says which app this host runs; nothing else outside Demo/ knows it.</summary>
public static class App
{
    public static HostOptions Options { get; } = new()
    {
        Assemblies = [Assembly.Load("FollowUpFunctions")],
        ConfigureServices = FollowUpApp.ConfigureServices,
        Defaults = Defaults,
        TaskHub = "FollowUp",
    };

    // What the app can't do without and a first try should not have to be told. The key is kept: links in old mails must go on working.
    private static Dictionary<string, string?> Defaults(HostOptions options) => new()
    {
        ["App:BaseUrl"] = $"http://localhost:{options.Port}",
        ["Links:SigningKey"] = SigningKey(Path.Combine(options.DataFolder, "links.key")),
        ["Mail:From"] = "secretariat@example.org",
    };

    private static string SigningKey(string path)
    {
        if (!File.Exists(path))
        {
            FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (StreamWriter file = new(path + ".next", options))
                file.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            File.Move(path + ".next", path, overwrite: true);
        }

        return File.ReadAllText(path).Trim();
    }
}
