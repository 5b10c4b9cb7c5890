using FollowUpFunctions.Advocacy;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Cycles.Sheets;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Keeping.Archives;
using FollowUpFunctions.Keeping.People;
using FollowUpFunctions.MonitoringWorkshop;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Desk.Reading;

/// <summary>The pages of the desk that show a cycle and change nothing.</summary>
internal static class ReadingServices
{
    public static IServiceCollection AddReading(this IServiceCollection services)
    {
        services.AddSingleton<WaitingTasks>();
        services.AddSingleton<PublishedPages>();
        services.AddSingleton<ExportLists>();

        // What gives the API's files gives the desk's too.
        services.AddSingleton<CycleEndpoints>();
        services.AddSingleton<SheetEndpoints>();
        services.AddSingleton<AttendanceEndpoints>();
        services.AddSingleton<GroupEndpoints>();
        services.AddSingleton<AnswerEndpoints>();
        services.AddSingleton<LetterEndpoints>();
        services.AddSingleton<HandOutEndpoints>();
        services.AddSingleton<ClosingEndpoints>();
        services.AddSingleton<ArchiveEndpoints>();
        services.AddSingleton<PersonEndpoints>();
        return services;
    }
}
