namespace FollowUpFunctions.Cycles.Documents.Docx;

/// <summary>A list as one numbering uses it.</summary>
/// <param name="Counter">Numberings of the same counter go on where the other stopped.</param>
/// <param name="StartsAgain">By level, the number with which this numbering begins when it is first used.</param>
internal sealed record ListDefinition(string Counter, IReadOnlyDictionary<int, ListLevel> Levels, IReadOnlyDictionary<int, int> StartsAgain)
{
    public int? LevelOf(string style) => Levels.Where(level => level.Value.Style == style).Select(level => (int?)level.Key).FirstOrDefault();
}
