using System.Text.Json.Nodes;

namespace FollowUpFunctions.Tests.Builders;

/// <summary>What coordinators decide about the calendar.</summary>
internal static class Decision
{
    public static JsonObject Postpone(string step, double day) => new()
    {
        ["decision"] = "postpone",
        ["step"] = step,
        ["to"] = Schedule.Instant(Schedule.Day(day)),
    };

    public static JsonObject Move(string meeting, double day, string place) => new()
    {
        ["decision"] = "move-meeting",
        ["meeting"] = meeting,
        ["starts"] = Schedule.Instant(Schedule.Day(day)),
        ["place"] = place,
    };

    public static JsonObject CancelMeeting(string meeting) => new() { ["decision"] = "cancel-meeting", ["meeting"] = meeting };

    public static JsonObject CancelCycle(string? note = null) => new() { ["decision"] = "cancel-cycle", ["note"] = note };

    public static JsonObject Extend(string round, double day) => new()
    {
        ["decision"] = "extend-round",
        ["round"] = round,
        ["closes"] = Schedule.Instant(Schedule.Day(day)),
    };

    public static JsonObject PlainWords(string recommendation, params (string Language, string Text)[] texts) => new()
    {
        ["decision"] = "set-plain-words",
        ["recommendation"] = recommendation,
        ["texts"] = new JsonObject(texts.Select(t => KeyValuePair.Create(t.Language, (JsonNode?)t.Text))),
    };
}
