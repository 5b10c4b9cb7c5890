using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using LocalHost.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Http;

/// <summary>The host's two keys: <c>default</c> opens functions of level Function, <c>_master</c> opens all.</summary>
/// <param name="Default">Sent as header x-functions-key or as ?code=.</param>
public sealed record FunctionKeys(string Default, string Master)
{
    public const string FileName = "keys.json";

    /// <summary>Reads the keys of a data folder, and makes them at first use.</summary>
    /// <exception cref="HostException">The file is there but holds no keys.</exception>
    public static FunctionKeys Of(string dataFolder)
    {
        string path = Path.Combine(dataFolder, FileName);
        if (!File.Exists(path))
            PrivateFile.Write(path, new FunctionKeys(NewKey(), NewKey()));

        return PrivateFile.Read<FunctionKeys>(path) is { Default.Length: > 0, Master.Length: > 0 } keys
            ? keys
            : throw new HostException($"The key file {path} holds no keys. Delete it, and new ones are made.");
    }

    /// <summary>Whether the request may call a function of this level.</summary>
    public bool Allow(HttpRequest request, AuthorizationLevel level)
    {
        if (level == AuthorizationLevel.Anonymous)
            return true;

        string? header = request.Headers["x-functions-key"];
        string given = string.IsNullOrEmpty(header) ? request.Query["code"].ToString() : header;
        bool isMaster = Same(given, Master);
        bool isDefault = Same(given, Default);
        return isMaster || (isDefault && level is AuthorizationLevel.Function or AuthorizationLevel.User);
    }

    // Hashed first: the comparison takes as long for every guess, also for one of another length.
    private static bool Same(string given, string key) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static string NewKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
