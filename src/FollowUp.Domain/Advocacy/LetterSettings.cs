namespace FollowUp.Domain.Advocacy;

/// <summary>How the coalition keeps pressing.</summary>
/// <param name="Every">Time from one letter to the next: a day to a year, but for trying out.</param>
/// <param name="InCharge">
/// Stakeholder ids of the ministries in charge of the Convention: whom the coalition writes to where it has no ties to the one responsible.
/// </param>
public sealed record LetterSettings(TimeSpan Every, IReadOnlyList<string> InCharge)
{
    public bool Equals(LetterSettings? other) => other is not null && Every == other.Every && InCharge.SequenceEqual(other.InCharge);

    public override int GetHashCode() => HashCode.Combine(Every, InCharge.Count);
}
