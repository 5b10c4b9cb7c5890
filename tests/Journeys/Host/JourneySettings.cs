using System.Globalization;

namespace Journeys.Host;

/// <summary>What the environment says of the host to travel on.</summary>
/// <param name="Address">Of a host that is up; null to start LocalHost.</param>
/// <param name="Storage">Connection string of the account that holds the host's mail.</param>
/// <param name="Key">A function key.</param>
/// <param name="MailContainer">Where the host puts its mail: the app's <c>Mail__PickupContainer</c> behind its <c>Storage__Prefix</c>.</param>
public sealed record JourneySettings(Uri? Address, string? Storage, string? Key, string MailContainer)
{
    private const string AddressName = "JOURNEY_BASE_URL";
    private const string StorageName = "JOURNEY_STORAGE";
    private const string KeyName = "JOURNEY_KEY";
    private const string PaceName = "JOURNEY_PACE";

    /// <summary>By how much all seconds of a calendar are stretched, for a host that takes its time; 1 where nothing is said.</summary>
    public static double Pace { get; } = ReadPace();

    /// <summary>How long anything is waited for before it counts as not coming.</summary>
    public static TimeSpan Patience => TimeSpan.FromMinutes(2) * Math.Max(1, Pace);

    public static JourneySettings Read()
    {
        string container = Value("JOURNEY_MAIL_CONTAINER") ?? (Value("Storage__Prefix") ?? "").ToLowerInvariant() + (Value("Mail__PickupContainer") ?? "mail");
        if (Value(AddressName) is not { } address)
            return new(null, null, null, container);
        if (!Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
            throw new InvalidOperationException($"{AddressName} is '{address}', which is no http(s) address: set it to where the host answers, or leave it out to start LocalHost.");
        return new(
            uri,
            Value(StorageName) ?? throw Missing(StorageName, "the connection string of the storage account that holds the host's mail"),
            Value(KeyName) ?? throw Missing(KeyName, "a function key of the host"),
            container);
    }

    private static double ReadPace()
    {
        if (Value(PaceName) is not { } text)
            return 1;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double pace) && pace is >= 0.1 and <= 100
            ? pace
            : throw new InvalidOperationException($"{PaceName} is '{text}': set it to a number from 0.1 to 100; 4 stretches all seconds by four.");
    }

    private static string? Value(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static InvalidOperationException Missing(string name, string what) => new($"{AddressName} is set and {name} is not: set it to {what}.");
}
