using System.Globalization;

namespace FollowUp.Domain.Forms;

/// <summary>One value of an answer to a <see cref="QuestionKind.Ranking"/>: <c>66-a=1</c>, a recommendation and the place that it was given.</summary>
/// <param name="Place">As it was typed.</param>
public sealed record Ranked(string Recommendation, string Place)
{
    public const char Sign = '=';

    public static Ranked Read(string value) =>
        value.Split(Sign, 2) is [var recommendation, var place] ? new(recommendation, place) : new(value, "");

    /// <summary>The place as a number from 1 to <paramref name="last"/>, or null.</summary>
    public int? Number(int last = int.MaxValue) =>
        int.TryParse(Place, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= last ? number : null;

    /// <summary>Place by recommendation, of values that were found in order.</summary>
    public static IReadOnlyDictionary<string, int> Places(IReadOnlyList<string> values)
    {
        Dictionary<string, int> places = [];
        foreach (Ranked ranked in values.Select(Read))
        {
            if (ranked.Number() is { } place)
                places[ranked.Recommendation] = place;
        }

        return places;
    }

    public override string ToString() => $"{Recommendation}{Sign}{Place}";
}
