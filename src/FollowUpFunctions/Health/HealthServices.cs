using FollowUpFunctions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Health;

internal static class HealthServices
{
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton<KeyMarks>()
        .AddSingleton<HealthCheck>();
}
