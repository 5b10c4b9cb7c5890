using LocalHost.Functions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace LocalHost.Http;

/// <summary>Answers HTTP functions by the rules of the Functions host.</summary>
internal sealed partial class FunctionEndpoints(FunctionRunner runner, FunctionKeys keys, ILogger<FunctionEndpoints> logger)
{
    public void Map(IEndpointRouteBuilder endpoints, IReadOnlyList<HttpFunction> functions, string routePrefix)
    {
        // The Functions host asks its routes by the names of their functions, and the first that fits answers: it doesn't prefer the more exact one.
        foreach ((int rank, HttpFunction function) in functions.OrderBy(f => f.Method.Name, StringComparer.OrdinalIgnoreCase).Index())
        {
            string pattern = routePrefix.Length == 0 ? function.Route : $"{routePrefix}/{function.Route}";
            Task Answer(HttpContext http) => AnswerAsync(function, http);
            IEndpointConventionBuilder endpoint = function.Methods.Count == 0
                ? endpoints.Map(pattern, Answer)
                : endpoints.MapMethods(pattern, function.Methods.Select(m => m.ToUpperInvariant()), Answer);
            endpoint.WithMetadata(function).WithOrder(rank);
        }
    }

    /// <summary>The Functions host has no 405: a known path asked with another method is as unknown as any other.</summary>
    public static Task HideOtherMethods(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<HttpFunction>() is null
            && !http.Request.Path.StartsWithSegments("/_local", StringComparison.Ordinal))
        {
            http.SetEndpoint(null);
        }

        return next(http);
    }

    private async Task AnswerAsync(HttpFunction function, HttpContext http)
    {
        if (!keys.Allow(http.Request, function.Level))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        try
        {
            await WriteAsync(http, await runner.RunHttpAsync(function.Method, http));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            LogGone(logger, function.Method.Name);
        }
        catch (BadHttpRequestException e)
        {
            LogBadRequest(logger, e, function.Method.Name);
            Fail(http, e.StatusCode);
        }
#pragma warning disable CA1031 // Whatever a function throws is its failure, not the host's: the next request must be answered.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFailed(logger, e, function.Method.Name);
            Fail(http, StatusCodes.Status500InternalServerError);
        }
    }

    private static async Task WriteAsync(HttpContext http, object? result)
    {
        switch (result)
        {
            case IResult answer:
                await answer.ExecuteAsync(http);
                break;
            case not null:
                await http.Response.WriteAsJsonAsync(result, result.GetType(), http.RequestAborted);
                break;
            case null when !http.Response.HasStarted && http.Response.StatusCode == StatusCodes.Status200OK:
                http.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
        }
    }

    private static void Fail(HttpContext http, int status)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = status;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Function {Function} failed")]
    private static partial void LogFailed(ILogger logger, Exception e, string function);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Function {Function} could not read its request")]
    private static partial void LogBadRequest(ILogger logger, Exception e, string function);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The caller of {Function} is gone")]
    private static partial void LogGone(ILogger logger, string function);
}
