namespace FollowUp.Pages.Desk.Review;

/// <param name="Released">Whether everybody can read it.</param>
public sealed record EvidenceUse(string Citation, string Organisation, bool Released);

/// <param name="Name">What whoever gave it called it: it may name people.</param>
/// <param name="Extension">Such as <c>pdf</c>.</param>
/// <param name="Size">In bytes.</param>
public sealed record EvidenceOnDesk(string Sha256, string Name, string Extension, long Size, DateTimeOffset GivenAt, string Address, IReadOnlyList<EvidenceUse> Uses);

/// <summary>Files that organisations gave as evidence; only coordinators see them until they release them.</summary>
public sealed record EvidenceModel(DeskFrame Frame, IReadOnlyList<EvidenceOnDesk> Files) : PageModel
{
    internal override Type Component => typeof(EvidencePage);
}
