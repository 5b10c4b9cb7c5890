using FollowUpFunctions.Keeping.Archives;
using FollowUpFunctions.Keeping.People;
using FollowUpFunctions.Keeping.Retention;
using FollowUpFunctions.Publication;
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
        services.AddSingleton<ArchiveRestoring>();
        services.AddSingleton<ErasuresTable>();
        services.AddSingleton<PersonFinder>();
        services.AddSingleton<PersonExport>();
        services.AddSingleton<ErasedContacts>();
        services.AddSingleton<ErasedRows>();
        services.AddSingleton<ErasedFiles>();
        services.AddSingleton<Erasing>();
        services.AddSingleton<PersonErasing>();
        services.AddSingleton<Notice>();
        services.AddSingleton<RetentionTable>();
        services.AddSingleton<Forgetting>();
        services.AddSingleton<RetentionDates>();
        return services;
    }
}
