using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FollowUpFunctions.Security;

/// <summary>
/// How often somebody may try. Links and numbers: what works is opened however often it is asked for, and only what fails counts, so that nobody is locked
/// out by others behind the same address. Sign-in mails and searches: all that are asked for.
/// </summary>
public sealed partial class TryLimits(TimeProvider clock, ILogger<TryLimits> logger)
{
    /// <summary>Dead links and wrong numbers of a client; a class of forty children that all mistype has room.</summary>
    public const int MostFailures = 300;

    /// <summary>Sign-in links that are mailed to one address: an inbox is not to be flooded, and the newest link is there.</summary>
    public const int MostLinksOfAddress = 5;

    public const int MostLinksOfClient = 30;

    /// <summary>Searches in published plans of a client: an office of sixty behind one address, each five a minute. What is searched can be read without.</summary>
    public const int MostSearches = 300;

    private readonly TryCount _failures = new(MostFailures, TimeSpan.FromMinutes(1), clock);
    private readonly TryCount _linksOfAddress = new(MostLinksOfAddress, TimeSpan.FromMinutes(15), clock);
    private readonly TryCount _linksOfClient = new(MostLinksOfClient, TimeSpan.FromMinutes(5), clock);
    private readonly TryCount _searches = new(MostSearches, TimeSpan.FromMinutes(1), clock);

    /// <summary>Counts a link or number that opens nothing.</summary>
    /// <returns>True where there were too many; <c>Retry-After</c> is set then, and the answer is to be 429.</returns>
    public bool TooManyFailures(HttpRequest request) => Wait(request, _failures.Count(Client.Of(request.HttpContext)), "dead links or wrong numbers") is not null;

    /// <summary>Counts a search, whatever it finds.</summary>
    /// <returns>As <see cref="TooManyFailures"/>.</returns>
    public bool TooManySearches(HttpRequest request) => Wait(request, _searches.Count(Client.Of(request.HttpContext)), "searches") is not null;

    /// <summary>Counts a sign-in link that is asked for, whether or not the address is known.</summary>
    /// <param name="email">Null before it is known what was typed.</param>
    /// <returns>How long to wait where there were too many, as <c>Retry-After</c> says then; else null.</returns>
    public TimeSpan? TooManyLinks(HttpRequest request, string? email) => email is null
        ? Wait(request, _linksOfClient.Count(Client.Of(request.HttpContext)), "sign-in links")
        : Wait(request, _linksOfAddress.Count(email), "sign-in links to one address");

    private TimeSpan? Wait(HttpRequest request, TimeSpan? wait, string what)
    {
        if (wait is { } time)
        {
            request.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            Log.TooMany(logger, what);
        }

        return wait;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Too many {What} were tried; answered with 429.")]
        public static partial void TooMany(ILogger logger, string what);
    }
}
