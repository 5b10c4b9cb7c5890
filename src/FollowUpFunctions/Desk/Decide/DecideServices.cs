using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Desk.Decide;

internal static class DecideServices
{
    public static IServiceCollection AddDecideForms(this IServiceCollection services) => services
        .AddSingleton<DecisionChoices>()
        .AddSingleton<DecisionStart>()
        .AddSingleton<DecisionPages>()
        .AddSingleton<Review.RecordPages>();
}
