using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Security;

internal static class SecurityServices
{
    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddSingleton<IStartupFilter, OuterWall>();
        services.AddSingleton<TryLimits>();
        return services;
    }
}
