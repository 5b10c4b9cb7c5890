namespace FollowUpFunctions.Publication;

/// <summary>What the published files say that they are.</summary>
public static class ContentTypes
{
    public const string Html = "text/html; charset=utf-8";
    public const string Json = "application/json; charset=utf-8";
    public const string JsonLd = "application/ld+json; charset=utf-8";
    public const string Csv = "text/csv; charset=utf-8";
    public const string Atom = "application/atom+xml; charset=utf-8";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}
