using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Groups;

/// <summary>Who sits at which table; the leader comes first at each.</summary>
internal sealed class SeatingPlan
{
    private readonly List<Stakeholder>[] _tables;
    private readonly Dictionary<StakeholderCategory, int[]> _seated = [];

    private SeatingPlan(int tables) => _tables = [.. Enumerable.Range(0, tables).Select(_ => new List<Stakeholder>())];

    public IReadOnlyList<IReadOnlyList<Stakeholder>> Tables => _tables;

    /// <param name="people">In an order that is always the same; at least as many as tables.</param>
    public static SeatingPlan For(IReadOnlyList<Stakeholder> people, int tables)
    {
        SeatingPlan plan = new(tables);
        Queue<Stakeholder>[] categories =
        [
            .. people.GroupBy(s => s.Category).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => new Queue<Stakeholder>(g)),
        ];

        plan.SeatLeaders(categories);
        foreach (Stakeholder person in categories.SelectMany(c => c))
            plan.Seat(person, plan.TableFor(person.Category));
        plan.EvenOut();
        return plan;
    }

    /// <summary>Categories take turns, so that none leads twice before each has led once.</summary>
    private void SeatLeaders(Queue<Stakeholder>[] categories)
    {
        for (int table = 0; table < _tables.Length;)
        {
            foreach (Queue<Stakeholder> category in categories.Where(c => c.Count > 0))
            {
                Seat(category.Dequeue(), table++);
                if (table == _tables.Length)
                    break;
            }
        }
    }

    private int TableFor(StakeholderCategory category)
    {
        int[] seated = Seated(category);
        int best = 0;
        for (int table = 1; table < _tables.Length; table++)
        {
            if (seated[table] < seated[best] || (seated[table] == seated[best] && _tables[table].Count < _tables[best].Count))
                best = table;
        }

        return best;
    }

    private void Seat(Stakeholder person, int table)
    {
        _tables[table].Add(person);
        Seated(person.Category)[table]++;
    }

    // Of a table with two people more than another, at least two categories are one ahead, and the leader is of one only: somebody
    // can always move without making a category less even.
    private void EvenOut()
    {
        while (true)
        {
            int fullest = IndexOf(_tables.Max(t => t.Count));
            int emptiest = IndexOf(_tables.Min(t => t.Count));
            if (_tables[fullest].Count - _tables[emptiest].Count < 2)
                return;

            Stakeholder mover = _tables[fullest].Skip(1).Last(s => Seated(s.Category)[fullest] > Seated(s.Category)[emptiest]);
            _tables[fullest].Remove(mover);
            Seated(mover.Category)[fullest]--;
            Seat(mover, emptiest);
        }
    }

    private int IndexOf(int size) => Array.FindIndex(_tables, t => t.Count == size);

    private int[] Seated(StakeholderCategory category)
    {
        if (!_seated.TryGetValue(category, out int[]? counts))
            _seated[category] = counts = new int[_tables.Length];
        return counts;
    }
}
