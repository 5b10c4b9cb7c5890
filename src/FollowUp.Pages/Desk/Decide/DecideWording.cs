using System.Text.Json;

namespace FollowUp.Pages.Desk.Decide;

/// <summary>The texts of the form of a decision: those of its kind, where there are any, go before those of the field.</summary>
internal static class DecideWording
{
    public static string Title(Wording text, string kind) => text[$"decide.{kind}.title"];

    public static string Does(Wording text, string kind) => text[$"decide.{kind}.does"];

    public static string Label(Wording text, string kind, DecideField field)
    {
        string name = Key(field.Name);
        string label = text.Find($"decide.{kind}.{name}") ?? text[$"decide.field.{name}"];
        return field.Language is { } language ? text.Pair(label, Wording.NameOf(language)) : label;
    }

    public static string? Hint(Wording text, string kind, DecideField field)
    {
        string name = Key(field.Name);
        return text.Find($"decide.{kind}.{name}.hint") ?? text.Find($"decide.field.{name}.hint");
    }

    private static string Key(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name.Split('.')[0]);
}
