using FollowUp.Pages.Children;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using MimeKit;

namespace FollowUpFunctions.Configuration;

/// <summary>All settings of the app; each is checked at start, and what is wrong is told in a sentence.</summary>
public sealed record FollowUpOptions
{
    /// <summary><c>AzureWebJobsStorage</c>: connection string of the storage account that holds tables and blobs.</summary>
    public string Storage { get; init; } = "";

    /// <summary><c>Storage:Prefix</c>: put before the names of tables and containers; letters and digits, for several apps on one account.</summary>
    public string StoragePrefix { get; init; } = "";

    /// <summary><c>App:BaseUrl</c>: the address that links in mails begin with; never taken from a request.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary><c>Links:SigningKey</c>: base64 of at least 32 bytes; signs personal links.</summary>
    public string LinkSigningKey { get; init; } = "";

    /// <summary><c>Links:KeyVersion</c>: goes into each link, so that a new key does not break old links' form.</summary>
    public int LinkKeyVersion { get; init; } = 1;

    /// <summary><c>Mail:Provider</c>: <c>sendgrid</c>, <c>smtp</c>, or <c>pickup</c>, which writes .eml files to a blob container.</summary>
    public string MailProvider { get; init; } = "pickup";

    /// <summary><c>Mail:From</c>: address of the secretariat.</summary>
    public string MailFrom { get; init; } = "";

    /// <summary><c>Mail:PickupContainer</c></summary>
    public string PickupContainer { get; init; } = "mail";

    /// <summary><c>Mail:PickupBounces</c>: addresses, separated by commas, that pickup treats as undeliverable; for trying out.</summary>
    public IReadOnlyList<string> PickupBounces { get; init; } = [];

    public SendGridOptions SendGrid { get; init; } = SendGridOptions.From(new ConfigurationBuilder().Build());

    public SmtpOptions Smtp { get; init; } = SmtpOptions.From(new ConfigurationBuilder().Build());

    /// <summary><c>Publication:Container</c>: blob container of the published plans, readable by everybody.</summary>
    public string PublicationContainer { get; init; } = "plans";

    /// <summary><c>Publication:BaseUrl</c>: public address of that container; empty means the blob endpoint's own.</summary>
    public string PublicationBaseUrl { get; init; } = "";

    /// <summary>
    /// <c>Rounds:PageSize</c>: invitations that are stored, mailed and closed together; 1 to <see cref="LargestPage"/>. A mail provider takes a
    /// thousand mails of one language in a call, so pages of several thousand leave few calls half empty.
    /// </summary>
    public int PageSize { get; init; } = LargestPage;

    public const int LargestPage = 2_500;

    /// <summary>
    /// <c>Desk:Coordinators</c>: e-mail addresses, separated by commas, of those who may sign in at the desk, see every cycle and begin new ones. Those
    /// whom a cycle names as its coordinators may sign in for that cycle, without standing here.
    /// </summary>
    public IReadOnlyList<string> DeskCoordinators { get; init; } = [];

    /// <summary>
    /// <c>Http:ForwardedFor</c>: how many proxies of one's own stand before the app, each of which adds an entry to <c>X-Forwarded-For</c>: 0 to
    /// <see cref="MostProxies"/>. It says by which address tries are counted, and nothing else. On Azure it is 1; where it is more than there are proxies,
    /// anybody can come under any address.
    /// </summary>
    public int ForwardedFor { get; init; }

    public const int MostProxies = 5;

    /// <summary><c>Children:LeaveTo</c>: where the button leads by which a child leaves a page at once; an everyday page of the web, http or https.</summary>
    public string ChildrenLeaveTo { get; init; } = ChildPageModel.DefaultLeaveTo;

    public static FollowUpOptions From(IConfiguration configuration) => new()
    {
        Storage = configuration["AzureWebJobsStorage"] ?? "",
        StoragePrefix = configuration["Storage:Prefix"] ?? "",
        BaseUrl = (configuration["App:BaseUrl"] ?? "").TrimEnd('/'),
        LinkSigningKey = configuration["Links:SigningKey"] ?? "",
        LinkKeyVersion = configuration.GetValue("Links:KeyVersion", 1),
        MailProvider = configuration["Mail:Provider"] ?? "pickup",
        MailFrom = configuration["Mail:From"] ?? "",
        PickupContainer = configuration["Mail:PickupContainer"] ?? "mail",
        PickupBounces = (configuration["Mail:PickupBounces"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        SendGrid = SendGridOptions.From(configuration),
        Smtp = SmtpOptions.From(configuration),
        PublicationContainer = configuration["Publication:Container"] ?? "plans",
        PublicationBaseUrl = (configuration["Publication:BaseUrl"] ?? "").TrimEnd('/'),
        PageSize = configuration.GetValue("Rounds:PageSize", LargestPage),
        ForwardedFor = configuration.GetValue("Http:ForwardedFor", 0),
        ChildrenLeaveTo = configuration["Children:LeaveTo"] is { Length: > 0 } leaveTo ? leaveTo : ChildPageModel.DefaultLeaveTo,
        DeskCoordinators = (configuration["Desk:Coordinators"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
    };

    /// <exception cref="OptionsValidationException">With one sentence for each setting that is missing or wrong.</exception>
    public FollowUpOptions Validated()
    {
        List<string> failures = [];
        if (Storage.Length == 0)
            failures.Add("AzureWebJobsStorage is missing: set it to the connection string of a storage account.");
        if (!StoragePrefix.All(char.IsAsciiLetterOrDigit) || StoragePrefix.Length > 20)
            failures.Add("Storage:Prefix may have at most 20 letters and digits.");
        if (!Uri.TryCreate(BaseUrl, UriKind.Absolute, out Uri? url) || !(url.Scheme is "http" or "https"))
            failures.Add("App:BaseUrl is missing or not an http(s) address: set it to the address at which people reach this app.");
        if (!IsKey(LinkSigningKey))
            failures.Add("Links:SigningKey is missing or too short: set it to base64 of 32 random bytes, such as `openssl rand -base64 32` prints.");
        if (LinkKeyVersion < 1)
            failures.Add("Links:KeyVersion must be 1 or more.");
        failures.AddRange(MailProvider switch
        {
            "pickup" => [],
            "sendgrid" => SendGrid.Faults(),
            "smtp" => Smtp.Faults(),
            _ => [$"Mail:Provider is '{MailProvider}': use sendgrid, smtp or pickup."],
        });
        if (!MailboxAddress.TryParse(MailFrom, out MailboxAddress? from) || !from.Address.Contains('@', StringComparison.Ordinal))
            failures.Add("Mail:From is missing or no e-mail address: set it to the secretariat's.");
        failures.AddRange(DeskCoordinators.Where(a => !MailboxAddress.TryParse(a, out MailboxAddress? m) || m.Address != a || !a.Contains('@', StringComparison.Ordinal))
            .Select(a => $"Desk:Coordinators names '{a}', which is no e-mail address: list plain addresses, separated by commas."));
        if (ForwardedFor is < 0 or > MostProxies)
            failures.Add("Http:ForwardedFor must be the number of your own proxies before the app, from 0 to 5.");
        if (!Uri.TryCreate(ChildrenLeaveTo, UriKind.Absolute, out Uri? leave) || !(leave.Scheme is "http" or "https"))
            failures.Add("Children:LeaveTo is no http(s) address: set it to an everyday page, such as the weather, or leave it out.");
        if (PageSize is < 1 or > LargestPage)
            failures.Add("Rounds:PageSize must be from 1 to 2,500.");
        return failures.Count == 0 ? this : throw new OptionsValidationException(nameof(FollowUpOptions), typeof(FollowUpOptions), failures);
    }

    private static bool IsKey(string base64)
    {
        Span<byte> bytes = stackalloc byte[256];
        return base64.Length is > 0 and <= 256 && Convert.TryFromBase64String(base64, bytes, out int written) && written >= 32;
    }
}
