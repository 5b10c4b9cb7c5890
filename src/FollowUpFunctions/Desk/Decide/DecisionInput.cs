using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Domain.Plans;
using FollowUp.Pages.Desk.Decide;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Decisions;
using FollowUpFunctions.Decisions.Calendars;
using FollowUpFunctions.Decisions.Kinds;

namespace FollowUpFunctions.Desk.Decide;

/// <summary>What was typed into the form of a decision.</summary>
public sealed record DecisionInput(DecisionForm Form, IReadOnlyDictionary<string, IReadOnlyList<string>> Fields)
{
    /// <summary>The values of a field, in the order of its controls; line breaks as they are kept, nothing blank.</summary>
    public IReadOnlyList<string> Values(string name) =>
        Fields.TryGetValue(name, out IReadOnlyList<string>? values)
            ? [.. values.Select(v => v.ReplaceLineEndings("\n").Trim()).Where(v => v.Length > 0)]
            : [];

    public string? Value(string name) => Values(name) is [{ } first, ..] ? first : null;

    /// <summary>Fields that must say something and say nothing; for texts in languages the first of them.</summary>
    public IEnumerable<string> Missing(DecisionView view) =>
        from field in Form.All
        where field.Required && (field.Kind == DecideFieldKind.Languages ? Languages(view, field).Count == 0 : Value(field.Name) is null)
        select field.Kind == DecideFieldKind.Languages ? $"{field.Name}.{view.Settings.Languages[0]}" : field.Name;

    /// <summary>What is asked, as the API would be asked it.</summary>
    public DecisionRequest Request(DecisionView view, string id)
    {
        JsonObject asked = new() { ["id"] = id, ["decision"] = Form.Kind };
        foreach (FormField field in Form.All)
        {
            if (Member(field, view) is { } member)
                asked[field.Name] = member;
        }

        // An action that was split is found no more: then the form says whose it was.
        if (asked["action"] is { } action && (DecisionStart.ItemOf(view, (string?)action)?.Recommendation ?? Value("recommendation")) is { } recommendation)
            asked["recommendation"] = recommendation;
        // The words stand in the form to be edited: those that are not shown edited are not sent.
        if (Form.Kind == ReviewVoice.Kind && (string?)asked["verdict"] != "redacted")
            asked.Remove("words");
        return asked.Deserialize<DecisionRequest>(JsonSerializerOptions.Web)!;
    }

    private JsonNode? Member(FormField field, DecisionView view)
    {
        string? value = Value(field.Name);
        switch (field.Kind)
        {
            case DecideFieldKind.Several:
                return new JsonArray([.. Values(field.Name).SelectMany(v => v.Split('\n')).Select(v => JsonValue.Create(v.Trim()))]);
            case DecideFieldKind.Parts:
                return new JsonArray([.. Values(field.Name).Select(v => new JsonObject { ["text"] = v })]);
            case DecideFieldKind.Languages:
                return new JsonObject(Languages(view, field).Select(l => KeyValuePair.Create(l.Key, (JsonNode?)JsonValue.Create(l.Value))));
            case DecideFieldKind.Number when value is not null:
                bool isNumber = int.TryParse(FormInput.LatinDigits(value), NumberStyles.None, CultureInfo.InvariantCulture, out int number);
                return field.Name == "every" ? (isNumber ? $"{number}.00:00:00" : value) : number;
            case DecideFieldKind.Moment when field.Name == "closes":
                return value is not null && new CalendarView(view).Clock.Read(value, null) is { } closes ? JsonValue.Create(closes) : null;
            default:
                return !field.Stays ? value : Changed(field.Name) ? value ?? "" : null;
        }
    }

    // Where nothing is said of what was there before, all that is typed is new.
    private bool Changed(string name) =>
        (Value(name) ?? "") != (Value(DecideField.WasPrefix + name) ?? "");

    private Dictionary<string, string> Languages(DecisionView view, FormField field) => view.Settings.Languages
        .Select(language => (Language: language, Name: $"{field.Name}.{language}"))
        .Where(l => field.Stays ? Changed(l.Name) : Value(l.Name) is not null)
        .ToDictionary(l => l.Language, l => Value(l.Name) ?? "");
}
