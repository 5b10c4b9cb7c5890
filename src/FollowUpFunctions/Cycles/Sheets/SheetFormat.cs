using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>A kind of file that a sheet can be had as.</summary>
internal sealed record SheetFormat(string Name, string MediaType)
{
    public static SheetFormat Csv { get; } = new("csv", "text/csv");

    public static SheetFormat Xlsx { get; } = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /// <summary>What <c>?format=</c> asks for, else what the header <c>Accept</c> likes best, else CSV; null for what there is not.</summary>
    public static SheetFormat? Asked(HttpRequest request)
    {
        if (request.Query["format"] is [{ } format, ..])
            return new[] { Csv, Xlsx }.FirstOrDefault(f => f.Name.Equals(format, StringComparison.OrdinalIgnoreCase));
        IEnumerable<string?> liked = MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out IList<MediaTypeHeaderValue>? accepted)
            ? accepted.OrderByDescending(a => a.Quality ?? 1).Select(a => a.MediaType.Value)
            : [];
        return liked.Select(type => type == Xlsx.MediaType ? Xlsx : type == Csv.MediaType ? Csv : null).OfType<SheetFormat>().FirstOrDefault() ?? Csv;
    }
}
