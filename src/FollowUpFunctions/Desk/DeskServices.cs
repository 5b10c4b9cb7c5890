using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Desk;

internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton<Storage.SessionsTable>();
        services.AddSingleton<DeskDoor>();
        services.AddSingleton<Begin.BeginDrafts>();
        services.AddSingleton<Begin.BeginDesk>();
        services.AddSingleton<Begin.BeginPreviewEndpoints>();
        return services;
    }
}
