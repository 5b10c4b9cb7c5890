using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Hosting;

public sealed record Greeting(string Text);

/// <summary>An app small enough to see what the host does with it.</summary>
public sealed class SampleFunctions(TimeProvider time)
{
    [Function("hello")]
    public static IResult Hello([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
        Results.Text($"hello by {request.Method}");

    [Function("Now")]
    public string Now([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "now")] HttpRequest _) => time.GetUtcNow().ToString("O");

    [Function(nameof(AnyShelf))]
    public static IResult AnyShelf([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "shelves/{shelf}")] HttpRequest _, string shelf) => Results.Text($"any {shelf}");

    [Function(nameof(NewShelf))]
    public static IResult NewShelf([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "shelves/new")] HttpRequest _) => Results.Text("the new one");

    [Function("ReadBook")]
    public static IResult ReadBook([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "books/{id}/{page:int?}")] HttpRequest _, Guid id, int page) =>
        Results.Text($"{id} page {page}");

    [Function("PutBook")]
    public static Greeting PutBook([HttpTrigger(AuthorizationLevel.Anonymous, "put", "POST", Route = "books/{book}/{page:int?}")] HttpRequest _, string book) =>
        new(book);

    [Function("Files")]
    public static async Task<IResult> Files(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "files/{*path}")] HttpRequest _, string? path, CancellationToken cancellation)
    {
        await Task.Delay(0, cancellation);
        return Results.Text($"file {path ?? "none"}");
    }

    [Function("Quiet")]
    public static async ValueTask Quiet([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "quiet")] HttpRequest request) =>
        await request.Body.CopyToAsync(Stream.Null);

    [Function("Later")]
    public static async ValueTask<Greeting> Later([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "later")] HttpRequest _)
    {
        await Task.Yield();
        return new("later");
    }

    [Function("Keyed")]
    public static IResult Keyed([HttpTrigger(AuthorizationLevel.Function, "get", Route = "keyed")] HttpRequest _) => Results.Text("in");

    [Function("ForAdmins")]
    public static IResult ForAdmins([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "admins")] HttpRequest _) => Results.Text("in");

    [Function("Broken")]
    public static IResult Broken([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "broken")] HttpRequest _) =>
        throw new InvalidOperationException("a secret of the house");

    [Function("HasClient")]
    public static string HasClient([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "client")] HttpRequest _, [DurableClient] DurableTaskClient client) =>
        client.GetType().Name;
}
