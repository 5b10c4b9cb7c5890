namespace FollowUpFunctions.Tests.Infrastructure.SendGrid;

/// <summary>What befalls a call.</summary>
public enum SendGridAnswer
{
    Ordinary,

    /// <summary>429, with <c>X-RateLimit-Reset</c> a second from now.</summary>
    RateLimited,

    /// <summary>503 with <c>Retry-After: 0</c>.</summary>
    Unavailable,

    /// <summary>500, nothing taken.</summary>
    ServerError,

    /// <summary>The mails are taken, and a gateway answers 502.</summary>
    GatewayAfterAcceptance,

    /// <summary>The mails are taken, and the connection is closed without an answer.</summary>
    CutAfterAcceptance,

    /// <summary>The connection is closed, and nothing was taken.</summary>
    CutBeforeAcceptance,

    /// <summary>The mails are taken, and no answer comes.</summary>
    SilenceAfterAcceptance,

    /// <summary>413: the call is too large.</summary>
    TooLarge,

    /// <summary>401: the key was revoked.</summary>
    Unauthorised,
}
