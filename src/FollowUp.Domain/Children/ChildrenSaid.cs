namespace FollowUp.Domain.Children;

/// <summary>What children said, as the plan may show it.</summary>
/// <param name="Children">How many took part; null where they are too few to be counted, and then nothing else is shown.</param>
/// <param name="Topics">What matters most first; each group's view weighs the same in the order.</param>
/// <param name="Ages">By age band; without small numbers.</param>
/// <param name="Regions">By region; without small numbers.</param>
/// <param name="Quotes">Words under no topic that is shown; never with an age or a region.</param>
public sealed record ChildrenSaid(
    int? Children,
    IReadOnlyList<ChildrensTopic> Topics,
    IReadOnlyList<ChildrensFigure> Ages,
    IReadOnlyList<ChildrensFigure> Regions,
    IReadOnlyList<string> Quotes);

/// <param name="Topic">Number of a cluster, or <see cref="ChildrensTopics.Other"/>.</param>
/// <param name="Children">How many chose it; null where they are few: then no words stand under it either.</param>
public sealed record ChildrensTopic(string Topic, int? Children, IReadOnlyList<string> Quotes);
