using System.Security.Cryptography;
using LocalHost.Storage;

namespace LocalHost.Hosting;

/// <summary>App settings that are a random key of this installation: made at first use and kept in the data folder, 32 bytes as base64.</summary>
internal static class InstallationSecrets
{
    public const string FileName = "secrets.json";

    /// <exception cref="HostException">The file is there but can't be read: new keys would break what the old ones signed.</exception>
    public static Dictionary<string, string?> Of(string dataFolder, IReadOnlyList<string> names)
    {
        string path = Path.Combine(dataFolder, FileName);
        Dictionary<string, string?> secrets = PrivateFile.Read<Dictionary<string, string?>>(path)
            ?? (File.Exists(path) ? throw new HostException($"The file {path} can't be read. Restore it, or delete it and live with links that no longer open.") : []);
        string[] missing = [.. names.Where(name => !secrets.ContainsKey(name))];
        foreach (string name in missing)
            secrets[name] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        if (missing.Length > 0)
            PrivateFile.Write(path, secrets);
        return secrets;
    }
}
