using FollowUp.Domain.Children;

namespace FollowUp.Pages.Children;

/// <summary>What a focal adult's form shows beside its questions.</summary>
/// <param name="Address">Where the children enter the number.</param>
/// <param name="Number">The group's number; null before consent is attested, and when the group is over.</param>
/// <param name="Voices">How many children have answered: a number, and nothing else.</param>
/// <param name="Attested">For how many; null before.</param>
/// <param name="TooYoung">The age that was attested is below the cycle's youngest.</param>
public sealed record ChildrensGroupView(ChildrensSafety Safety, string Address, string? Number, int Voices, int? Attested, bool TooYoung);
