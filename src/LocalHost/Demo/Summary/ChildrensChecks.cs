using FollowUp.Domain.Publication;
using FollowUpFunctions.Storage;
using LocalHost.Demo.Coordinators;
using LocalHost.Demo.People;

namespace LocalHost.Demo.Summary;

/// <summary>Holds what is published and answered against what children wrote, and for whom.</summary>
internal static class ChildrensChecks
{
    private static readonly string[] _answers = ["", "/journal", "/plan", "/voices", "/groups", "/attendance"];

    public static async Task<IReadOnlyList<Check>> OfAsync(
        PublicShelf shelf, IReadOnlyList<Memory> memories, IReadOnlyCollection<Mail> mails, IReadOnlyList<JournalEntry> journal, CycleApi api, CancellationToken cancellation)
    {
        ILookup<string, string> wrote = memories
            .Where(m => m.Step?.StartsWith(ChildrensMeeting.Voices, StringComparison.Ordinal) == true)
            .SelectMany(m => m.Typed!.SelectMany(t => t.Value.Select(text => (t.Key, text))))
            .ToLookup(x => x.Key, x => x.text);
        HashSet<string> free = [.. memories.Where(m => m.Step == "reviewed").SelectMany(m => m.Typed!.Values).SelectMany(v => v)];
        string[] taken = [.. wrote[ChildrensMeeting.TakenBack].Except(wrote[ChildrensMeeting.Words])];
        List<string> answers = [];
        foreach (string part in _answers)
            answers.Add(await api.TextAsync(part, cancellation));
        return
        [
            new("Children's words are published only as a person has left them", [
                .. Quotes(shelf.Newest).Where(q => !free.Contains(q)).Select(q => $"“{q}” was reviewed by nobody."),
                .. Quotes(shelf.Newest).Count == 0 ? ["No child is quoted: the demo shows less than it should."] : Array.Empty<string>(),
                .. from file in shelf.Files from words in taken where file.Value.Contains(words, StringComparison.Ordinal) select $"“{words}” was taken back, and is in {file.Key}.",
            ]),
            new("What a child disclosed reached the safeguarding contact alone", [
                .. wrote[ChildrensMeeting.Confided].Any() ? Array.Empty<string>() : ["No child had anything to tell: the demo shows less than it should."],
                .. wrote[ChildrensMeeting.Confided].Any() && mails.All(m => m.Kind != "disclosure") ? ["The safeguarding contact was not told."] : Array.Empty<string>(),
                .. from text in wrote[ChildrensMeeting.Confided] from file in shelf.Files where file.Value.Contains(text, StringComparison.Ordinal) select $"It is in {file.Key}.",
                .. from text in wrote[ChildrensMeeting.Confided] from mail in mails where mail.Text.Contains(text, StringComparison.Ordinal) select $"It is in {mail.Key}.",
                .. from text in wrote[ChildrensMeeting.Confided] from answer in answers where answer.Contains(text, StringComparison.Ordinal) select "It is in an answer of the API.",
            ]),
            new("The children were told what became of what they said", journal.Any(e => e.Event == JournalEvents.ChildrenTold) ? [] : ["They were not told."]),
        ];
    }

    private static IReadOnlyList<string> Quotes(PublishedPlan? plan) =>
        plan?.Children is { } said ? [.. said.Quotes.Concat(said.Topics.SelectMany(t => t.Quotes))] : [];
}
