using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Children;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Consultation;
using FollowUpFunctions.Consultation.Children;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Links;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Rounds;

/// <summary>Somebody who came by their link, and all that their form needs.</summary>
/// <param name="Draft">What is saved, as it was read; null for nothing.</param>
/// <param name="Sheet">The draft, or a blank sheet; with what is on record where the form shows that.</param>
public sealed record FormVisit(
    FormAddress Address, Invitation Invitation, CycleFacts Facts, Contact Contact, Round Round, RoundKind Kind, Form Form, Draft? Draft, AnswerSheet Sheet, string Language)
{
    public IReadOnlyList<FormStep> Steps => FormSteps.Of(Form, Sheet, Invitation.Asked);

    /// <summary>What the focal adult of a children's group is shown beside the form, or null.</summary>
    public ChildrensGroupView? Children { get; init; }

    /// <summary>What the person is asked to confirm, where that is what the form asks.</summary>
    public IReadOnlyList<Commitment> Commitments { get; init; } = [];

    /// <summary>What an organisation is asked to take on, by what its invitation names.</summary>
    public IReadOnlyDictionary<string, RoleView> Roles { get; init; } = new Dictionary<string, RoleView>();

    /// <summary>The language that a translator translates into, or null.</summary>
    public string? Into => Translations.Into(Facts, Invitation);

    /// <summary>What the person's pages are filled with where this is saved.</summary>
    public AnswerSheet Filled(AnswerSheet? saved) => Translations.Shown(Kind, Facts, Invitation, saved ?? AnswerSheet.Blank(Form, Language));

    /// <summary>Later answers are kept and marked late.</summary>
    public bool IsLate => Invitation.Frozen is not null || Round.ClosedAt is not null;
}

/// <summary>What the address of a form page names.</summary>
public sealed record FormAddress(string Cycle, string Round, string Invitation, string Token, string? Language)
{
    public string Path => $"/r/{Cycle}/{Round}/{Invitation}/{Token}";
}

/// <summary>Opens forms by their link.</summary>
public sealed class FormVisits(CyclesTable cycles, InvitationsTable invitations, AnswersTable answers, RolesAsked roles, ChildrensGroups groups, PersonalLinks links)
{
    /// <summary>The invitation that an address names, whether or not its token fits; null when there is none.</summary>
    public Task<Invitation?> InvitationAsync(FormAddress address, CancellationToken cancellation) =>
        Reference(address) is { } reference ? invitations.FindAsync(reference, cancellation) : Task.FromResult<Invitation?>(null);

    /// <summary>The visit, or null for a dead link: unknown, revoked and forged are all the same.</summary>
    public async Task<FormVisit?> OpenAsync(FormAddress address, CancellationToken cancellation)
    {
        if (Reference(address) is not { } reference)
            return null;
        Task<Draft?> draftOnRecord = answers.DraftAsync(reference, cancellation);
        Task<Round?> roundOnRecord = cycles.Rounds.KeptAsync(new(reference.Cycle, reference.Round), cancellation);
        Task<CycleFacts?> factsOnRecord = cycles.FactsAsync(reference.Cycle, cancellation);
        Invitation? invitation = await invitations.FindAsync(reference, cancellation);
        if (!links.IsForm(reference, invitation?.Generation ?? 1, address.Token)
            || invitation is null
            || await roundOnRecord is not { } round
            || await factsOnRecord is not { } facts
            || facts.ContactOf(invitation.Who) is not { } contact)
        {
            return null;
        }

        RoundKind kind = RoundKinds.Find(round.Id)!;
        Form form = RoundForms.Find(kind.Form.Id, round.FormVersion);
        string language = address.Language is { } asked && facts.Settings.Languages.Contains(asked) ? asked : contact.Language;
        Draft? draft = await draftOnRecord;
        AnswerSheet sheet = draft?.Sheet ?? AnswerSheet.Blank(form, language);
        FormVisit visit = new(address, invitation, facts, contact, round, kind, form, draft, Translations.Shown(kind, facts, invitation, sheet), language);
        return visit with
        {
            Children = await groups.ViewAsync(visit, cancellation),
            Commitments = kind == RoundKinds.CoSigning ? await cycles.CommitmentsAsync(address.Cycle, invitation.Asked, cancellation) : [],
            Roles = kind == RoundKinds.Responsibility ? await roles.OfAsync(facts, invitation.Asked, cancellation) : new Dictionary<string, RoleView>(),
        };
    }

    private static InvitationRef? Reference(FormAddress address) =>
        Slug.IsSlug(address.Cycle) && RoundKinds.Find(address.Round) is not null && InvitationRef.IsId(address.Invitation)
            ? new(address.Cycle, address.Round, address.Invitation)
            : null;
}
