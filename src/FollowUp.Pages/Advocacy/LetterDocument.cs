using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Recommendations;
using FollowUp.Pages.Report;

namespace FollowUp.Pages.Advocacy;

/// <summary>A letter of the coalition as a Word document: to print on its own paper, to sign and to post.</summary>
public static class LetterDocument
{
    private const int ActionsShown = 3;

    /// <param name="language">BCP 47; a language without texts is written in English.</param>
    /// <param name="plan">Public address of the plan.</param>
    /// <param name="written">The date of the letter.</param>
    public static byte[] Write(Letter letter, CycleContents cycle, string language, string plan, DateTimeOffset written)
    {
        CycleSettings settings = cycle.Settings;
        Wording text = Wording.For(language);
        WordWriter word = new(text.Language);
        Discretion discretion = new(cycle);
        word.Paragraph(settings.Title);
        word.Paragraph(Dates.Day(text, written, settings.TimeZone));
        word.Paragraph($"{text.Pair(text["letter.to"], letter.To.Organisation)}\n{letter.To.Contact}");
        word.Title(text["letter.title"]);
        word.Paragraph(text.Format("mail.greeting", ("name", letter.To.Contact)));
        word.Paragraph(text.Format("letter.opening", ("country", settings.Country), ("symbol", settings.Symbol), ("plan", plan)));
        foreach (IGrouping<LetterAsk, LetterLine> asked in letter.Lines.GroupBy(l => l.Ask).OrderByDescending(g => g.Key == LetterAsk.Overdue).ThenBy(g => g.Key))
        {
            string ask = $"letter.ask.{Name(asked.Key)}";
            word.Heading(1, text[ask]);
            word.Paragraph(text[$"{ask}.text"]);
            foreach (LetterLine line in asked)
                Recommendation(word, text, cycle, line, letter, discretion);
        }

        word.Paragraph(text["letter.answer"]);
        word.Paragraph($"{text["letter.signature"]}\n{settings.Coordinators[0].Name}\n{settings.Coordinators[0].Email}");
        return word.Finish($"{text["letter.title"]} – {letter.To.Organisation}", written);
    }

    private static void Recommendation(WordWriter word, Wording text, CycleContents cycle, LetterLine line, Letter letter, Discretion discretion)
    {
        Recommendation r = cycle.Recommendations.First(x => x.Key == line.Recommendation);
        (string words, string language) = r.TextFor(text.Language, cycle.Settings.SourceLanguage);
        word.Heading(2, $"{r.Citation} {r.Heading}");
        word.Quote(words, language);
        if (line.Responsible is { } named && !Organisations.Same(named, letter.To.Organisation))
            word.Paragraph(text.Pair(text["letter.named"], named));
        if (line.Overdue is { } overdue)
        {
            word.Paragraph(text.Pair(text.Format("letter.overdue.line", ("date", Dates.Day(text, overdue.Due))), discretion.Of(overdue.Text)));
            return;
        }

        IReadOnlyList<PlannedAction> actions = cycle.Items.FirstOrDefault(i => i.Recommendation == line.Recommendation)?.Actions ?? [];
        if (actions.Count > 0)
            word.Paragraph(text.Pair(text["letter.actions"], string.Concat(actions.Take(ActionsShown).Select(a => $"\n– {discretion.Of(a.Text)}"))));
    }

    private static string Name(LetterAsk ask) => ask switch
    {
        LetterAsk.Confirm => "confirm",
        LetterAsk.CarryOut => "carry-out",
        LetterAsk.Settle => "settle",
        LetterAsk.Overdue => "overdue",
        _ => "see-to",
    };
}
