using FollowUp.Domain.Forms;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Mail;
using FollowUp.Pages.Messages;

namespace FollowUp.Pages.Tests.Builders;

/// <summary>Every combination that a reader may meet.</summary>
public static class Everything
{
    public static TheoryData<string> Languages => [.. Wording.Languages];

    public static MatrixTheoryData<string, string> FormsAndLanguages => new(Forms, Wording.Languages);

    public static MatrixTheoryData<MessageKind, string> MessagesAndLanguages => new(Enum.GetValues<MessageKind>(), Wording.Languages);

    public static IEnumerable<TheoryDataRow<MailKind, string, string>> Mails =>
        from kind in Enum.GetValues<MailKind>()
        from form in Forms
        from language in Wording.Languages
        select new TheoryDataRow<MailKind, string, string>(kind, form, language);

    private static IReadOnlyList<string> Forms => [.. RoundForms.All.Select(f => f.Id).Distinct()];

    public static Form Form(string id) => RoundForms.All.First(f => f.Id == id);
}
