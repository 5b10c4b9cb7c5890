namespace FollowUp.Domain.Plans;

/// <summary>What evidence may be, and where it lies.</summary>
public static class EvidenceFiles
{
    /// <summary>Bytes of a file.</summary>
    public const int Largest = 10_000_000;

    /// <summary>Media type by extension: what a page may send, whatever it is called there.</summary>
    public static IReadOnlyDictionary<string, string> ContentTypes { get; } = new Dictionary<string, string>
    {
        ["pdf"] = "application/pdf",
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["png"] = "image/png",
        ["jpg"] = "image/jpeg",
        ["txt"] = "text/plain; charset=utf-8",
    };

    public static string Extension(EvidenceFile file) => ContentTypes.First(t => t.Value == file.ContentType).Key;

    /// <summary>Behind the cycle's folder of the public container.</summary>
    public static string PublicPath(EvidenceFile file) => $"evidence/{file.Sha256}.{Extension(file)}";
}
