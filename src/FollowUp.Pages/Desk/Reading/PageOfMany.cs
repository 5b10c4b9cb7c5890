namespace FollowUp.Pages.Desk.Reading;

/// <summary>Which part of a long list is shown.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Address">Of the list, with all that is asked of it but the page.</param>
public sealed record PageOfMany(int Number, int Count, string Address)
{
    public const int Size = 100;

    public int Pages => Math.Max(1, (Count + Size - 1) / Size);

    /// <summary>Address of another page.</summary>
    public string At(int page) => $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={page}";

    /// <param name="asked">What stands behind <c>?page=</c>; what is no number is the first page, what is behind the last is the last.</param>
    public static PageOfMany Of(string? asked, int count, string address)
    {
        PageOfMany first = new(1, count, address);
        return int.TryParse(asked, out int number) ? first with { Number = Math.Clamp(number, 1, first.Pages) } : first;
    }

    public IEnumerable<T> Of<T>(IEnumerable<T> all) => all.Skip((Number - 1) * Size).Take(Size);
}
