using System.Globalization;
using System.Net;
using FollowUpFunctions.Configuration;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace FollowUpFunctions.Mail.SendGrid;

/// <summary>
/// What is tried again at once: only what SendGrid surely did not take, which is a refusal, or a connection that never came about. A time-out or a
/// broken connection is not: the mails may be on their way.
/// </summary>
internal static class SendGridResilience
{
    private const int Retries = 4;
    private static readonly TimeSpan _longestWait = TimeSpan.FromMinutes(1);

    // Waiting for a network is real time, whatever clock the app lives by.
    private static readonly TimeProvider _clock = TimeProvider.System;

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, SendGridOptions options)
    {
        pipeline.TimeProvider = _clock;
        pipeline.AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = Retries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = _longestWait,
            UseJitter = true,
            ShouldHandle = attempt => ValueTask.FromResult(IsRefusal(attempt.Outcome) && !(Wait(attempt.Outcome.Result) > _longestWait)),
            DelayGenerator = attempt => ValueTask.FromResult(Wait(attempt.Outcome.Result)),
        });
        pipeline.AddTimeout(new HttpTimeoutStrategyOptions { Timeout = options.Timeout });
    }

    /// <summary>The failure came before anything was sent.</summary>
    public static bool IsBeforeSending(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static bool IsRefusal(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException e } => IsBeforeSending(e),
        { Result.StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError or HttpStatusCode.ServiceUnavailable } => true,
        _ => false,
    };

    /// <summary>How long SendGrid asks to wait: <c>Retry-After</c>, or on 429 the moment (Unix seconds) at which its limit begins anew.</summary>
    private static TimeSpan? Wait(HttpResponseMessage? response)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        TimeSpan? wait = response switch
        {
            null => null,
            { Headers.RetryAfter: { Delta: { } delta } } => delta,
            { Headers.RetryAfter: { Date: { } date } } => date - now,
            { StatusCode: HttpStatusCode.TooManyRequests } when Reset(response) is { } reset => reset - now,
            _ => null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static DateTimeOffset? Reset(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-RateLimit-Reset", out IEnumerable<string>? values)
        && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
