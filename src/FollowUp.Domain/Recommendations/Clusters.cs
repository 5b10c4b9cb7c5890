namespace FollowUp.Domain.Recommendations;

/// <summary>The clusters of the Convention as the reporting guidelines number them (CRC/C/58/Rev.3, section III.B).</summary>
public static class Clusters
{
    public const int First = 1;

    public const int Last = 11;

    /// <summary>English titles by number less one; translations stand with the other texts of the pages.</summary>
    public static IReadOnlyList<string> Titles { get; } =
    [
        "General measures of implementation",
        "Definition of the child",
        "General principles",
        "Civil rights and freedoms",
        "Violence against children",
        "Family environment and alternative care",
        "Disability, basic health and welfare",
        "Education, leisure and cultural activities",
        "Special protection measures",
        "Follow-up to the Optional Protocol on the sale of children, child prostitution and child pornography",
        "Follow-up to the Optional Protocol on the involvement of children in armed conflict",
    ];

    public static bool IsKnown(int cluster) => cluster is >= First and <= Last;
}
