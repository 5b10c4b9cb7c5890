using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Desk.Reading;

/// <summary>The pages of the desk that show a cycle and change nothing.</summary>
internal static class ReadingServices
{
    public static IServiceCollection AddReading(this IServiceCollection services)
    {
        services.AddSingleton<WaitingTasks>();
        services.AddSingleton<PublishedPages>();
        return services;
    }
}
