namespace FollowUpFunctions.Security;

/// <summary>
/// Counts tries in windows of fixed length, in the memory of this instance. Many names are held apart; those that come when there is no more room share
/// one count, so that nobody gets free tries, or fills the memory, by coming under ever new names.
/// </summary>
/// <param name="most">Tries of one name in a window.</param>
public sealed class TryCount(int most, TimeSpan window, TimeProvider clock)
{
    public const int MostNames = 20_000;

    private const string AllOthers = "";
    private readonly Lock _turn = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);
    private long _window;

    public int Most => most;

    /// <summary>Counts a try.</summary>
    /// <returns>Null while there are not too many; else how long to wait.</returns>
    public TimeSpan? Count(string name)
    {
        long now = clock.GetUtcNow().UtcTicks;
        lock (_turn)
        {
            if (now / window.Ticks != _window)
            {
                _counts.Clear();
                _window = now / window.Ticks;
            }

            if (_counts.Count >= MostNames && !_counts.ContainsKey(name))
                name = AllOthers;
            int count = Math.Min(_counts.GetValueOrDefault(name), most) + 1;
            _counts[name] = count;
            return count <= most ? null : TimeSpan.FromTicks(((_window + 1) * window.Ticks) - now);
        }
    }
}
