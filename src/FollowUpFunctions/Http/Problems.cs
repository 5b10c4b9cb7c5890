using FollowUpFunctions.Cycles.Intake;
using Microsoft.AspNetCore.Http;

namespace FollowUpFunctions.Http;

/// <summary>RFC 9457 problem details; bad input lists every error with an RFC 6901 pointer and a sentence that says what to do.</summary>
public static class Problems
{
    public static IResult BadInput(IReadOnlyList<Problem> errors) => Results.Problem(
        title: errors.Count == 1 ? "One thing must be mended; nothing was written." : $"{errors.Count} things must be mended; nothing was written.",
        statusCode: StatusCodes.Status400BadRequest,
        extensions: new Dictionary<string, object?> { ["errors"] = errors.Select(e => new { pointer = e.Pointer, detail = e.Message }) });

    public static IResult BadInput(string pointer, string message) => BadInput([new(pointer, message)]);

    public static IResult NotFound(string what) => Results.Problem(title: what, statusCode: StatusCodes.Status404NotFound);

    public static IResult Conflict(string what) => Results.Problem(title: what, statusCode: StatusCodes.Status409Conflict);

    public static IResult Unprocessable(string what) => Results.Problem(title: what, statusCode: StatusCodes.Status422UnprocessableEntity);

    public static IResult TooLarge(string what) => Results.Problem(title: what, statusCode: StatusCodes.Status413PayloadTooLarge);
}
