using FollowUpFunctions.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace FollowUpFunctions.Security;

/// <summary>
/// What stands before all else that answers requests, whichever host the app runs in: it notes who asks, before a host rewrites that, and completes the
/// headers of whatever is answered, also of failures and of addresses that nothing answers.
/// </summary>
internal sealed class OuterWall(FollowUpOptions options) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next)
    {
        bool https = options.BaseUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        return app =>
        {
            app.Use((http, rest) =>
            {
                Client.Note(http, options.ForwardedFor);
                http.Response.OnStarting(() =>
                {
                    SecurityHeaders.Complete(http.Response.Headers, https);
                    return Task.CompletedTask;
                });
                return rest(http);
            });
            next(app);
        };
    }
}
