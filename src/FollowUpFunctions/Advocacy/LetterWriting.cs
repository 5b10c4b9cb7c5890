using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Progress;
using FollowUp.Pages.Advocacy;
using FollowUpFunctions.Publication;

namespace FollowUpFunctions.Advocacy;

/// <summary>Writes letters as documents.</summary>
public sealed class LetterWriting(PlanComposer plans, PublicAddresses addresses, TimeProvider clock)
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The letter to somebody as it stands now, with what is overdue, or null where there is nothing to write.</summary>
    /// <param name="only">Keys of the recommendations that it is about; null for all that are due, and what is overdue.</param>
    public async Task<byte[]?> WriteAsync(string cycle, string who, string? language, IReadOnlyList<string>? only, CancellationToken cancellation)
    {
        CycleContents contents = await plans.CurrentAsync(cycle, cancellation);
        Letter? due = Letters.Due(contents).FirstOrDefault(l => l.To.Id == who);
        Letter? letter = only is null
            ? OverdueLetters.With(contents, due, who, ProgressAudiences.Day(contents.Settings, clock.GetUtcNow()))
            : due is null ? null : due with { Lines = [.. due.Lines.Where(l => only.Contains(l.Recommendation))] };
        if (letter is null or { Lines.Count: 0 })
            return null;
        string tongue = language is not null && contents.Settings.Languages.Contains(language) ? language : letter.To.Language;
        return LetterDocument.Write(letter, contents, tongue, addresses.Plan(cycle), clock.GetUtcNow());
    }
}
