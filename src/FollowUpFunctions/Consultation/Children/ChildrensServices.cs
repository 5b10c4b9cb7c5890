using FollowUpFunctions.Decisions;
using FollowUpFunctions.Decisions.Kinds;
using FollowUpFunctions.Links;
using FollowUpFunctions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Consultation.Children;

internal static class ChildrensServices
{
    public static IServiceCollection AddChildrensConsultation(this IServiceCollection services) => services
        .AddSingleton<VoicesTable>()
        .AddSingleton<ChildrensCodes>()
        .AddSingleton<DisclosuresTable>()
        .AddSingleton<ChildrensNumbers>()
        .AddSingleton<ChildrensGroups>()
        .AddSingleton<ChildVisits>()
        .AddSingleton<ChildsVoice>()
        .AddSingleton<ChildPages>()
        .AddSingleton<SafeguardingMail>()
        .AddSingleton<Disclosures>()
        .AddSingleton<ChildrenTold>()
        .AddSingleton<VoicesForThePlan>()
        .AddSingleton<DecisionKind, ReviewVoice>()
        .AddSingleton<DecisionKind, TellChildren>();
}
