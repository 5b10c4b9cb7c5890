namespace FollowUp.Domain.Cycles;

/// <summary>Organisations are named by people, in a text field with suggestions: the same name is the same organisation.</summary>
public static class Organisations
{
    public static bool Same(string a, string b) =>
        string.Equals(Normalise(a), Normalise(b), StringComparison.OrdinalIgnoreCase);

    /// <summary>White space as one space, at the ends none; accents typed in either Unicode form are the same.</summary>
    public static string Normalise(string name) => SameWords.OneLine(name);
}
