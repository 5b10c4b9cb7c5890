using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;
using LocalHost.Demo.People;

namespace LocalHost.Demo.Summary;

/// <summary>Holds the rounds and the mail against what people remember.</summary>
internal static class RoundChecks
{
    public static Check NothingWentWrong(IReadOnlyList<Memory> memories) =>
        new("Nobody met an error", [.. memories.Where(m => m.Failed is not null).Select(m => m.Failed!)]);

    public static Check AnswersCount(CycleReport report, IReadOnlyList<Memory> memories)
    {
        ILookup<string, string> sent = memories.Where(m => m.Sent is not null).Select(m => m.Place).Distinct().ToLookup(p => p.Split('~')[0]);
        ILookup<string, string> late = memories.Where(m => m.Sent is not null)
            .GroupBy(m => m.Place)
            .Where(g => g.Last().Sent!.Late)
            .ToLookup(g => g.Key.Split('~')[0], g => g.Key);
        return new(
            "Each round counts the answers that were sent to it, and keeps those that came late",
            [
                .. report.Rounds.Where(r => r.Answered != sent[r.Id].Count()).Select(r => $"{r.Id}: {sent[r.Id].Count()} people sent answers, the round counts {r.Answered}."),
                .. report.Rounds.Where(r => r.Late != late[r.Id].Count()).Select(r => $"{r.Id}: {late[r.Id].Count()} people were late, the round counts {r.Late}."),
                .. report.Rounds.Where(r => r.ClosedAt is null).Select(r => $"{r.Id} is still open."),
            ]);
    }

    /// <summary>One mail bounces in each round that its addressee is invited to, and never reaches anybody.</summary>
    public static Check BouncesAreSeen(CycleReport report, IReadOnlyCollection<Mail> mails, string unreachable) =>
        new("The address that takes no mail is seen as bounced, and as no other",
        [
            .. mails.Where(m => m.To == unreachable).Select(m => $"{m.Key} reached an address that takes no mail."),
            .. report.Rounds.Where(r => r.Bounced > 1).Select(r => $"{r.Id}: {r.Bounced} addresses bounced."),
            .. report.Rounds.Any(r => r.Bounced == 1) ? Array.Empty<string>() : ["No round saw the bounce."],
        ]);

    public static Check DuplicatesAreRecorded(IReadOnlyCollection<Mail> mails, IReadOnlyList<JournalEntry> journal)
    {
        // The journal also records a second sending that the provider then refused: never fewer than there were.
        int twice = mails.Count - mails.DistinctBy(m => (m.To, m.Round, m.Kind, m.Ordinal, m.Invitation)).Count();
        int recorded = journal.Count(e => e.Event == JournalEvents.MailSentAgain);
        return new("Each mail that came twice is recorded in the journal", twice <= recorded ? [] : [$"{twice} mails came twice, the journal knows of {recorded}."]);
    }

    /// <summary>Nobody was reminded who had answered, and nobody twice for one date.</summary>
    public static Check RemindersAreDue(IReadOnlyCollection<Mail> mails, IReadOnlyList<Memory> memories)
    {
        Dictionary<string, DateTimeOffset> answered = memories.Where(m => m.Sent is not null).GroupBy(m => m.Place).ToDictionary(g => g.Key, g => g.First().At);
        return new("Nobody was reminded after answering",
        [
            .. mails.Where(m => m.Kind == "reminder" && answered.TryGetValue(m.Place, out DateTimeOffset at) && at < m.Date.AddSeconds(-1))
                .Select(m => $"{m.Key} reminds somebody who had answered."),
        ]);
    }

    /// <param name="hurried">On a calendar of seconds a slow machine may come too late for anybody to decline.</param>
    public static Check DeclinedIsSettled(IReadOnlyList<PlanLine> lines, IReadOnlyList<GivenAnswer> given, bool hurried)
    {
        Dictionary<string, PlanLine> responsible = lines.Where(l => l.Kind == "responsible").ToDictionary(l => l.Recommendation);
        // To a letter of the coalition, or to a request for support, somebody may say no after the plan was approved: the plan shows it.
        string asked = $"{RoundKinds.Responsibility.Id}~";
        string[] declined =
        [
            .. given.Where(g => g.Kind == "reply" && g.Text == "decline" && g.Answer.StartsWith(asked, StringComparison.Ordinal) && !ResponsibilityKey.IsSupport(g.Recommendation))
                .Select(g => g.Recommendation),
        ];
        return new("What was declined was given to somebody else",
        [
            .. declined.Where(r => responsible.GetValueOrDefault(r)?.Answers.Any(a => a.StartsWith("assign-", StringComparison.Ordinal)) != true).Select(r => $"{r} was declined, and nobody has been named since."),
            .. declined.Length > 0 || hurried ? Array.Empty<string>() : ["Nobody declined anything: the demo shows less than it should."],
        ]);
    }
}
