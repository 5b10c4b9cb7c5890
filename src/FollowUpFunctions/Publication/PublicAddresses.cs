using System.Globalization;
using FollowUp.Domain.Cycles;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Storage;
using MimeKit;

namespace FollowUpFunctions.Publication;

/// <summary>Where the public reads the plans. Addresses name their file: blob endpoints have no directory index.</summary>
public sealed class PublicAddresses(AppStorage storage, FollowUpOptions options)
{
    private readonly string _base = options.PublicationBaseUrl.Length > 0 ? options.PublicationBaseUrl : storage.Plans.Uri.ToString();

    public string Plan(string cycle) => $"{_base}/{cycle}/index.html";

    /// <summary>The report of commitments in somebody's language, or in the cycle's first.</summary>
    public string Report(CycleSettings settings, string language) =>
        $"{_base}/{settings.Id}/{ReportFiles.Folder}/{PublicIndex.LanguagePage(settings, language)}";

    /// <summary>The closing report in somebody's language, or in the cycle's first.</summary>
    public string ClosingReport(CycleSettings settings, string language) =>
        $"{_base}/{settings.Id}/{ClosingFiles.Folder}/{PublicIndex.LanguagePage(settings, language)}";

    /// <summary>Where the app looks for words in a cycle's newest version.</summary>
    public string Search(string cycle) => $"{options.BaseUrl}/find/{cycle}";

    public string File(string cycle, string file) => $"{_base}/{cycle}/{file}";

    /// <summary>
    /// A name for a cycle's feed that outlives its addresses (RFC 4151): the secretariat's mail domain is its own, whoever hosts the files.
    /// </summary>
    /// <param name="begun">When the cycle was created.</param>
    public string Tag(string cycle, DateTimeOffset begun) =>
        string.Create(CultureInfo.InvariantCulture, $"tag:{MailboxAddress.Parse(options.MailFrom).Domain.ToLowerInvariant()},{begun.UtcDateTime:yyyy-MM-dd}:{cycle}");

    public string Version(string cycle, int version) => $"{_base}/{cycle}/v{version}/index.html";
}
