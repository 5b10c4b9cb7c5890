namespace FollowUp.Pages.Desk.Reading;

/// <summary>A file of an export.</summary>
/// <param name="Format">Such as <c>XLSX</c>.</param>
/// <param name="Language">BCP 47; null where it has none.</param>
/// <param name="Size">Bytes; null where it is made when it is asked for.</param>
public sealed record ExportFile(string Format, string Href, string? Language = null, long? Size = null);

/// <summary>Something that can be downloaded.</summary>
/// <param name="Key">What it is stands under <c>export.{Key}</c>, and whom it is for under <c>export.{Key}.for</c>.</param>
/// <param name="Name">What of it this is, such as a file's name; null where the key says all.</param>
public sealed record Export(string Key, IReadOnlyList<ExportFile> Files, string? Name = null)
{
    /// <summary>A round's id that it is about, or null.</summary>
    public string? Round { get; init; }
}

/// <param name="Key">Its heading stands under <c>exports.{Key}</c>.</param>
public sealed record ExportGroup(string Key, IReadOnlyList<Export> Exports);

/// <summary>All that can be taken out of a cycle.</summary>
public sealed record ExportsModel(DeskFrame Frame, IReadOnlyList<ExportGroup> Groups) : PageModel
{
    /// <summary>Where what was edited elsewhere is brought in again.</summary>
    internal IReadOnlyList<DeskLink> Imports =>
        [.. new[] { "recommendations", "stakeholders", "translations" }.Select(list => new DeskLink($"import-{list}", Frame.Page($"import/{list}")))];

    internal override Type Component => typeof(ExportsPage);
}
