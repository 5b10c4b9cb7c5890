using FollowUp.Domain.Cycles;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>The columns of a sheet of stakeholders, both ways.</summary>
internal static class StakeholderSheet
{
    public const string Email = "email";

    private static readonly Dictionary<string, string> _otherNames = new()
    {
        ["organization"] = "organisation", ["organisationname"] = "organisation", ["organizationname"] = "organisation", ["institution"] = "organisation",
        ["type"] = "category", ["kind"] = "category",
        ["contactperson"] = "contact", ["contactname"] = "contact", ["name"] = "contact", ["person"] = "contact",
        ["mail"] = Email, ["emailaddress"] = Email, ["address"] = Email, ["contactemail"] = Email,
        ["lang"] = "language", ["cluster"] = "clusters",
    };

    public static IReadOnlyList<SheetColumn<StakeholderRequest>> All { get; } =
    [
        new("id", s => s.Id ?? "", (s, c) => s with { Id = c.Text }),
        new("organisation", s => s.Organisation ?? "", (s, c) => s with { Organisation = c.Text }),
        new("category", s => s.Category ?? "", (s, c) => s with { Category = c.Text?.ToLowerInvariant().Replace(' ', '-') }),
        new("contact", s => s.Contact ?? "", (s, c) => s with { Contact = c.Text }),
        new(Email, s => s.Email ?? "", (s, c) => s with { Email = c.Text }),
        new("language", s => s.Language ?? "", (s, c) => s with { Language = c.Text?.ToLowerInvariant() }),
        new("clusters", s => CellText.Show(s.Clusters), (s, c) => s with { Clusters = c.Numbers() }),
    ];

    public static SheetColumns<StakeholderRequest> Columns { get; } = new(Find, [.. All.Select(c => c.Name)], Email);

    public static StakeholderRequest Blank { get; } = new(null, null, null, null, null, null, null);

    /// <summary>What one would have to ask for to get this stakeholder.</summary>
    public static StakeholderRequest RowOf(Stakeholder s) =>
        new(s.Id, s.Organisation, s.Category.Slug(), s.Contact, s.Email, s.Language, [.. s.Clusters.Select(n => (int?)n)]);

    private static SheetColumn<StakeholderRequest>? Find(string name)
    {
        string plain = SheetHeader.Plain(name);
        string known = _otherNames.GetValueOrDefault(plain, plain);
        return All.FirstOrDefault(c => c.Name == known);
    }
}
