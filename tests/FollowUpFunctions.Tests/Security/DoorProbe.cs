using FollowUpFunctions.Desk;
using FollowUpFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Tests.Security;

/// <summary>The least that a page and a form of the desk are, and a function that fails; they stand for all of the app's own.</summary>
public sealed class DoorProbe(DeskDoor door)
{
    public static IReadOnlyList<Type> BesideTheApp { get; } = [.. typeof(FollowUpApp).Assembly.GetTypes(), typeof(DoorProbe)];

    /// <summary>Fields of the forms that were taken.</summary>
    public static System.Collections.Concurrent.ConcurrentQueue<string> Taken { get; } = [];

    [Function(nameof(ShowProbe))]
    public Task<IResult> ShowProbe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/probe")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        door.ShowAsync(request, cycle, (_, state) => Task.FromResult(Results.Text(state.Settings.Title)), cancellation);

    [Function(nameof(TakeProbe))]
    public Task<IResult> TakeProbe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/cycles/{cycle}/probe")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        door.TakeAsync(
            request,
            cycle,
            (visit, _, posted) =>
            {
                Taken.Enqueue(posted.Field("what") ?? "");
                return Task.FromResult(PageResults.SeeOther(visit.Root));
            },
            cancellation);

    [Function(nameof(FailProbe))]
    public Task<IResult> FailProbe([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/fails")] HttpRequest request) =>
        throw new InvalidOperationException("As a test wants it.");
}
