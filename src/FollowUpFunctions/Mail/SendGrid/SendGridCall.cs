using System.Text;
using FollowUp.Pages.Mail;

namespace FollowUpFunctions.Mail.SendGrid;

/// <summary>Mails that go in one call of <c>POST /v3/mail/send</c>: of one template, each address once.</summary>
/// <param name="Mails">By their place among those that were handed over.</param>
/// <param name="IsFilled">One mail, already filled in.</param>
internal sealed record SendGridCall(IReadOnlyList<(int Place, OutgoingMail Mail)> Mails, bool IsFilled)
{
    /// <summary>Personalizations that a call may have.</summary>
    public const int MostMails = 1_000;

    /// <summary>All substitutions of one personalization together.</summary>
    public const int MostSubstitutionBytes = 10_000;

    public static IReadOnlyList<SendGridCall> Of(IReadOnlyList<OutgoingMail> mails)
    {
        List<SendGridCall> calls = [];
        foreach (IGrouping<MailTemplate, int> template in Enumerable.Range(0, mails.Count)
            .GroupBy(n => mails[n].Template, (IEqualityComparer<MailTemplate>)ReferenceEqualityComparer.Instance))
        {
            // What is attached belongs to the whole message.
            ILookup<bool, int> alone = template.ToLookup(n => mails[n].Calendar is not null || Bytes(mails[n]) > MostSubstitutionBytes);
            calls.AddRange(alone[true].Select(n => new SendGridCall([(n, mails[n])], IsFilled: true)));
            List<int> left = [.. alone[false]];
            while (left.Count > 0)
            {
                List<int> taken = [];
                HashSet<string> addresses = new(StringComparer.OrdinalIgnoreCase);
                List<int> later = [];
                foreach (int n in left)
                    (taken.Count < MostMails && addresses.Add(mails[n].To) ? taken : later).Add(n);
                calls.Add(new([.. taken.Select(n => (n, mails[n]))], IsFilled: false));
                left = later;
            }
        }

        return calls;
    }

    /// <summary>Both halves, or null for one mail alone.</summary>
    public (SendGridCall First, SendGridCall Second)? Halves => Mails.Count == 1
        ? null
        : (this with { Mails = [.. Mails.Take(Mails.Count / 2)] }, this with { Mails = [.. Mails.Skip(Mails.Count / 2)] });

    private static int Bytes(OutgoingMail mail) => SendGridTags.For([mail]).Substitutions(mail).Sum(s => Encoding.UTF8.GetByteCount(s.Key) + Encoding.UTF8.GetByteCount(s.Value));
}
