using FollowUp.Domain.Groups;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Dissemination;

public sealed class AttendanceEndpoints(CyclesTable cycles, WorkshopAttendance attendance)
{
    /// <summary>Who was invited to the workshop, who comes and what they need; with <c>?format=csv</c> as a list to print. For the coordinators alone.</summary>
    [Function(nameof(ReadAttendance))]
    public async Task<IResult> ReadAttendance(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/attendance")] HttpRequest request, string cycle, CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is null)
            return CycleEndpoints.Unknown(cycle);
        if (request.Query["format"].ToString() is not ("" or "json" or "csv"))
            return Problems.BadInput("/format", "The attendance is to be had as json or csv: ask for one of the two.");
        Attendance all = await attendance.ReadAsync(await cycles.ContentsAsync(cycle, cancellation), cancellation);
        return request.Query["format"] == "csv"
            ? Results.Text(AttendanceCsv.Write(all), "text/csv; charset=utf-8")
            : Results.Json(all, RowDocument.Json);
    }
}
