using FollowUpFunctions.Keeping.Archives;
using FollowUpFunctions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Keeping;

/// <summary>What becomes of a cycle's data: archived, restored, erased, forgotten.</summary>
public static class KeepingServices
{
    public static IServiceCollection AddKeeping(this IServiceCollection services)
    {
        services.AddSingleton<CycleStores>();
        services.AddSingleton<ArchiveWriter>();
        services.AddSingleton<CycleRestore>();
        return services;
    }
}
