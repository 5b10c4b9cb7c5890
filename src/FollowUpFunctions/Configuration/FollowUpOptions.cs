using System.Text.RegularExpressions;
using FollowUp.Pages.Children;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using MimeKit;

namespace FollowUpFunctions.Configuration;

/// <summary>All settings of the app; each is checked at start, and what is wrong is told in a sentence.</summary>
public sealed partial record FollowUpOptions
{
    /// <summary><c>Records</c>, or else <c>AzureWebJobsStorage</c>: the account of all tables and of the containers that nobody else reads.</summary>
    public StorageConnection Records { get; init; } = StorageConnection.From(Nothing, "Records");

    /// <summary><c>Plans</c>, or else where the records are: the account of the published plans, which everybody may read.</summary>
    public StorageConnection Plans { get; init; } = StorageConnection.From(Nothing, "Plans");

    /// <summary><c>Storage:Prefix</c>: put before the names of tables and containers; letters and digits, for several apps on one account.</summary>
    public string StoragePrefix { get; init; } = "";

    /// <summary><c>App:BaseUrl</c>: the address that links in mails begin with; never taken from a request.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary><c>Links:…</c>: what signs personal links.</summary>
    public LinkKeyOptions Links { get; init; } = LinkKeyOptions.From(Nothing);

    /// <summary><c>Mail:Provider</c>: <c>sendgrid</c>, <c>smtp</c>, or <c>pickup</c>, which writes .eml files to a blob container.</summary>
    public string MailProvider { get; init; } = "pickup";

    /// <summary><c>Mail:From</c>: address of the secretariat.</summary>
    public string MailFrom { get; init; } = "";

    /// <summary><c>Mail:PickupContainer</c></summary>
    public string PickupContainer { get; init; } = "mail";

    /// <summary><c>Mail:PickupBounces</c>: addresses, separated by commas, that pickup treats as undeliverable; for trying out.</summary>
    public IReadOnlyList<string> PickupBounces { get; init; } = [];

    public SendGridOptions SendGrid { get; init; } = SendGridOptions.From(Nothing);

    public SmtpOptions Smtp { get; init; } = SmtpOptions.From(Nothing);

    /// <summary><c>Publication:Container</c>: blob container of the published plans, readable by everybody; <c>$web</c> for a static website.</summary>
    public string PublicationContainer { get; init; } = "plans";

    /// <summary><c>Publication:BaseUrl</c>: public address of that container; empty means the blob endpoint's own.</summary>
    public string PublicationBaseUrl { get; init; } = "";

    /// <summary>
    /// <c>Rounds:PageSize</c>: invitations that are stored, mailed and closed together; 1 to <see cref="LargestPage"/>. A mail provider takes a
    /// thousand mails of one language in a call, so pages of several thousand leave few calls half empty.
    /// </summary>
    public int PageSize { get; init; } = LargestPage;

    public const int LargestPage = 2_500;

    /// <summary>The container of an account's static website.</summary>
    public const string Website = "$web";

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

    public TelemetryOptions Telemetry { get; init; } = TelemetryOptions.From(Nothing);

    private static IConfiguration Nothing { get; } = new ConfigurationBuilder().Build();

    private IReadOnlyList<string> Unread { get; init; } = [];

    public static FollowUpOptions From(IConfiguration configuration) => new()
    {
        Records = StorageConnection.From(configuration, "Records", "AzureWebJobsStorage"),
        Plans = StorageConnection.From(configuration, "Plans", "Records", "AzureWebJobsStorage"),
        StoragePrefix = configuration["Storage:Prefix"] ?? "",
        BaseUrl = (configuration["App:BaseUrl"] ?? "").TrimEnd('/'),
        Links = LinkKeyOptions.From(configuration),
        MailProvider = Text(configuration, "Mail:Provider", "pickup"),
        MailFrom = configuration["Mail:From"] ?? "",
        PickupContainer = Text(configuration, "Mail:PickupContainer", "mail"),
        PickupBounces = Settings.List(configuration, "Mail:PickupBounces"),
        SendGrid = SendGridOptions.From(configuration),
        Smtp = SmtpOptions.From(configuration),
        PublicationContainer = Text(configuration, "Publication:Container", "plans"),
        PublicationBaseUrl = (configuration["Publication:BaseUrl"] ?? "").TrimEnd('/'),
        PageSize = Settings.Number(configuration, "Rounds:PageSize", LargestPage),
        ForwardedFor = Settings.Number(configuration, "Http:ForwardedFor", 0),
        ChildrenLeaveTo = Text(configuration, "Children:LeaveTo", ChildPageModel.DefaultLeaveTo),
        DeskCoordinators = Settings.List(configuration, "Desk:Coordinators"),
        Telemetry = TelemetryOptions.From(configuration),
        Unread = [.. Settings.Faults(configuration)],
    };

    /// <exception cref="OptionsValidationException">With one sentence for each setting that is missing or wrong.</exception>
    public FollowUpOptions Validated()
    {
        List<string> failures =
        [
            .. Unread, .. Records.Faults(tables: true), .. (Plans == Records ? [] : Plans.Faults(tables: false)), .. Links.Faults(), .. MailFaults(), .. PublicationFaults(),
            .. Telemetry.Faults(),
        ];
        if (!StoragePrefix.All(char.IsAsciiLetterOrDigit) || StoragePrefix.Length > 20 || (StoragePrefix.Length > 0 && char.IsAsciiDigit(StoragePrefix[0])))
            failures.Add("Storage:Prefix may have at most 20 letters and digits, a letter first.");
        if (!Settings.IsWebAddress(BaseUrl))
            failures.Add("App:BaseUrl is missing or not an http(s) address: set it to the address at which people reach this app.");
        failures.AddRange(DeskCoordinators.Where(a => !IsAddress(a))
            .Select(a => $"Desk:Coordinators names '{a}', which is no e-mail address: list plain addresses, separated by commas."));
        if (ForwardedFor is < 0 or > MostProxies)
            failures.Add("Http:ForwardedFor must be the number of your own proxies before the app, from 0 to 5.");
        if (!Settings.IsWebAddress(ChildrenLeaveTo))
            failures.Add("Children:LeaveTo is no http(s) address: set it to an everyday page, such as the weather, or leave it out.");
        if (PageSize is < 1 or > LargestPage)
            failures.Add("Rounds:PageSize must be from 1 to 2,500.");
        return failures.Count == 0 ? this : throw new OptionsValidationException(nameof(FollowUpOptions), typeof(FollowUpOptions), failures.Distinct());
    }

    private IEnumerable<string> MailFaults()
    {
        IEnumerable<string> faults = MailProvider switch
        {
            "pickup" => [],
            "sendgrid" => SendGrid.Faults(),
            "smtp" => Smtp.Faults(),
            _ => [$"Mail:Provider is '{MailProvider}': use sendgrid, smtp or pickup."],
        };
        foreach (string fault in faults)
            yield return fault;
        if (!MailboxAddress.TryParse(MailFrom, out MailboxAddress? from) || !from.Address.Contains('@', StringComparison.Ordinal))
            yield return "Mail:From is missing or no e-mail address: set it to the secretariat's.";
        if (!ContainerName.IsMatch(PickupContainer))
            yield return "Mail:PickupContainer must have 3 to 40 small letters, digits and single hyphens between them.";
        foreach (string address in PickupBounces.Where(a => !IsAddress(a)))
            yield return $"Mail:PickupBounces names '{address}', which is no e-mail address: list plain addresses, separated by commas.";
    }

    private IEnumerable<string> PublicationFaults()
    {
        if (PublicationContainer != Website && !ContainerName.IsMatch(PublicationContainer))
            yield return $"Publication:Container must be {Website}, or have 3 to 40 small letters, digits and single hyphens between them.";
        if (PublicationContainer == Website && PublicationBaseUrl.Length == 0)
            yield return $"Publication:BaseUrl is missing: a static website ({Website}) is read at an address of its own; set it to that.";
        if (PublicationContainer == Website && StoragePrefix.Length > 0)
            yield return $"Storage:Prefix can't be put before {Website}, which an account has once: leave it out, or choose another Publication:Container.";
        if (PublicationBaseUrl.Length > 0 && !Settings.IsWebAddress(PublicationBaseUrl))
            yield return "Publication:BaseUrl is no http(s) address: set it to the address at which people read the published plans, or leave it out.";
    }

    private static string Text(IConfiguration configuration, string name, string otherwise) => configuration[name] is { Length: > 0 } given ? given : otherwise;

    private static bool IsAddress(string text) =>
        MailboxAddress.TryParse(text, out MailboxAddress? address) && address.Address == text && text.Contains('@', StringComparison.Ordinal);

    [GeneratedRegex("^(?=.{3,40}$)[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex ContainerName { get; }
}
