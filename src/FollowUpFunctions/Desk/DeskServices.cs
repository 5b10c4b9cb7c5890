using FollowUpFunctions.Desk.Decide;
using FollowUpFunctions.Desk.Reading;
using FollowUpFunctions.Desk.SignIn;
using FollowUpFunctions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Desk;

internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton<SessionsTable>();
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<Coordinators>();
        services.AddSingleton<FormKeys>();
        services.AddSingleton<DeskDoor>();
        services.AddSingleton<SignInMail>();
        services.AddReading();
        services.AddDecideForms();
        services.AddSingleton<Begin.BeginDrafts>();
        services.AddSingleton<Begin.BeginDesk>();
        services.AddSingleton<Begin.BeginPreviewEndpoints>();
        return services;
    }
}
