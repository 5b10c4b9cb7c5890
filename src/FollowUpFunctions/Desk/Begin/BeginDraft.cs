namespace FollowUpFunctions.Desk.Begin;

/// <summary>A cycle that somebody is about to begin. Its files lie beside it.</summary>
/// <param name="Key">Drawn once: however often the last button is pressed, one cycle begins.</param>
/// <param name="Fields">What was typed, by JSON pointer into what is posted to begin a cycle; the workshop's day by <see cref="WorkshopDay"/>.</param>
public sealed record BeginDraft(string Key, IReadOnlyDictionary<string, string> Fields)
{
    public const string WorkshopDay = "workshop-day";

    /// <summary>As its sender calls it; null while there is none.</summary>
    public string? DocumentName { get; init; }

    public string? ContactsName { get; init; }

    /// <summary>Id of the cycle that became of it; null while it is a draft.</summary>
    public string? Begun { get; init; }

    public string? this[string field] => Fields.GetValueOrDefault(field) is { Length: > 0 } value ? value : null;

    public IReadOnlyList<string> Languages => (this["/languages"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool IsReady => Begun is null && DocumentName is not null && (ContactsName is not null || this["/previousCycle"] is not null) && this["/timeZone"] is not null;

    public BeginDraft With(IEnumerable<KeyValuePair<string, string>> fields)
    {
        Dictionary<string, string> all = new(Fields);
        foreach ((string name, string value) in fields)
            all[name] = value.Trim();
        return this with { Fields = all };
    }
}
