using FollowUp.Domain.Cycles;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Publication;

/// <summary>Where the public reads the plans. Addresses name their file: blob endpoints have no directory index.</summary>
public sealed class PublicAddresses(AppStorage storage, FollowUpOptions options)
{
    private readonly string _base = options.PublicationBaseUrl.Length > 0 ? options.PublicationBaseUrl : storage.Plans.Uri.ToString();

    public string Plan(string cycle) => $"{_base}/{cycle}/index.html";

    /// <summary>The report of commitments in somebody's language, or in the cycle's first.</summary>
    public string Report(CycleSettings settings, string language) =>
        $"{_base}/{settings.Id}/{ReportFiles.Folder}/{PublicIndex.LanguagePage(settings, language)}";

    public string Version(string cycle, int version) => $"{_base}/{cycle}/v{version}/index.html";
}
