using System.Globalization;

namespace LocalHost.Demo.People;

/// <summary>
/// One person at one form: opens the link, sees where the form stands, goes on from there. Repeated after a crash it does what is left to do.
/// </summary>
internal sealed class Visit(Browser browser, Memories memories, Act act, Typist typist, TimeProvider clock)
{
    // A form has some dozens of steps at most: whoever turns more pages than this goes round in circles.
    private const int MostPages = 300;

    private int pages;

    /// <summary>Fills in what is not filled in yet and sends it.</summary>
    public async Task<Sent?> AnswerAsync(CancellationToken cancellation)
    {
        FormPage page = await browser.OpenAsync(new(act.Mail.Form!), cancellation);
        HashSet<string> done = [];
        while (!page.IsReceipt)
        {
            if (page.Step is { } step)
            {
                page = await FillInAsync(page, "continue", cancellation);
                done.Add(step);
            }
            else if (page.IsCheck && page.Changes.FirstOrDefault(c => !done.Contains(FormPage.StepOf(c)) && !Knows(FormPage.StepOf(c))) is { } missing)
            {
                page = await OpenAsync(missing, cancellation);
            }
            else if (page.IsCheck)
            {
                page = await SendAsync(page, cancellation);
            }
            else
            {
                // Nothing is asked of this person.
                return null;
            }
        }

        return Receipt(page);
    }

    /// <summary>Fills in the form offline, sends it back and sends the answers.</summary>
    public async Task<Sent?> AnswerInASpreadsheetAsync(CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> answers = typist.Proposals();
        byte[] sheet = await browser.DownloadAsync(new($"{act.Mail.Form}/form.xlsx"), cancellation);
        FormPage upload = await browser.OpenAsync(new($"{act.Mail.Form}/spreadsheet"), cancellation);
        FormPage check = await browser.UploadAsync(upload, Spreadsheet.Fill(sheet, answers), cancellation);
        if (!check.IsCheck)
            throw new VisitException($"The spreadsheet was not taken: {string.Join(' ', check.Errors)}");
        foreach (IGrouping<string, KeyValuePair<string, IReadOnlyList<string>>> about in answers.GroupBy(a => a.Key.Split('@')[1]))
        {
            Dictionary<string, IReadOnlyList<string>> typed = about.ToDictionary(a => a.Key.Split('@')[0], a => a.Value);
            memories.Add(new(act.Id, act.Mail.Place, act.Person.Who, clock.GetUtcNow(), $"proposal/{about.Key}", typed));
        }

        return Receipt(await SendAsync(check, cancellation));
    }

    /// <summary>Fills in the first part, or the first half of the parts that are there, and leaves it at that.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        FormPage page = await browser.OpenAsync(new(act.Mail.Form!), cancellation);
        if (page.Step is null)
            return;
        FormPage next = await FillInAsync(page, "continue", cancellation);
        if (next.Step is not null)
            await FillInAsync(next, "later", cancellation);
        else if (next.IsCheck && next.Changes.Count > 0)
            await FillInAsync(await OpenAsync(next.Changes[0], cancellation), "later", cancellation);
    }

    /// <summary>Goes back from the receipt to one answer, changes it and sends again. Who never sent anything sends now.</summary>
    public async Task<Sent?> ChangeAsync(CancellationToken cancellation)
    {
        FormPage page = await browser.OpenAsync(new(act.Mail.Form!), cancellation);
        if (!page.IsReceipt)
            return await AnswerAsync(cancellation);
        page = await OpenAsync(page.BackToAnswers ?? throw new VisitException("The receipt has no way back to the answers."), cancellation);
        if (!page.IsCheck)
            throw new VisitException($"The way back from the receipt leads to “{page.Title}” and not to the answers.");
        Uri change = page.Changes.FirstOrDefault(c => FormPage.StepOf(c) is not ("choose" or "remarks")) ?? page.Changes[0];
        page = await FillInAsync(await OpenAsync(change, cancellation), "continue", cancellation);
        while (page.Step is not null)
            page = await FillInAsync(page, "continue", cancellation, again: true);
        return Receipt(await SendAsync(page, cancellation));
    }

    private bool Knows(string step) => memories.Typed(act.Mail.Place).ContainsKey(step);

    private async Task<FormPage> OpenAsync(Uri address, CancellationToken cancellation)
    {
        if (++pages > MostPages)
            throw new VisitException("The form leads round in circles.");
        return await browser.OpenAsync(address, cancellation);
    }

    private async Task<FormPage> FillInAsync(FormPage page, string button, CancellationToken cancellation, bool again = false)
    {
        if (++pages > MostPages)
            throw new VisitException("The form leads round in circles.");
        string step = page.Step ?? throw new VisitException($"“{page.Title}” has nothing to fill in.");
        IReadOnlyDictionary<string, IReadOnlyList<string>> answers =
            again && memories.Typed(act.Mail.Place).TryGetValue(step, out IReadOnlyDictionary<string, IReadOnlyList<string>>? before) ? before : typist.Answers(page);
        FormPage next = await browser.PressAsync(page, button, Typist.Keystrokes(page, answers), cancellation, typist.File(page));
        if (next.Errors.Count > 0)
            throw new VisitException($"“{page.Title}” ({step}) was not taken: {string.Join(' ', next.Errors)}");

        // Remembered when it has arrived: what a crash cut off is typed again, and the same.
        memories.Add(new(act.Id, act.Mail.Place, act.Person.Who, clock.GetUtcNow(), step, answers));
        return next;
    }

    private async Task<FormPage> SendAsync(FormPage page, CancellationToken cancellation)
    {
        FormPage receipt = await browser.PressAsync(page, "send", [], cancellation);
        return receipt.IsReceipt
            ? receipt
            : throw new VisitException($"Sending led to “{receipt.Title}” and not to a receipt. {string.Join(' ', receipt.Errors)}");
    }

    private Sent Receipt(FormPage page) => new(
        page.Reference!,
        int.Parse(page.Reference!.AsSpan(page.Reference!.LastIndexOf('-') + 1), CultureInfo.InvariantCulture),
        page.MarkedLate,
        memories.Typed(act.Mail.Place)
            .SelectMany(step => step.Value.Select(a => (Key: Key(a.Key, step.Key), a.Value)))
            .ToDictionary(x => x.Key, x => x.Value));

    private static string Key(string question, string step) =>
        step.Contains('/', StringComparison.Ordinal) ? $"{question}@{step[(step.IndexOf('/', StringComparison.Ordinal) + 1)..]}" : question;
}

/// <summary>Something that a person would complain about.</summary>
internal sealed class VisitException(string message) : Exception(message);
