using FollowUpFunctions.Desk.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Desk;

internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton<Storage.SessionsTable>();
        services.AddSingleton<DeskDoor>();
        services.AddReading();
        return services;
    }
}
