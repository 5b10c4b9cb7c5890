using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Cycles;
using FollowUp.Pages.Advocacy;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Advocacy;

/// <summary>Writes letters as documents.</summary>
public sealed class LetterWriting(CyclesTable cycles, PublicAddresses addresses, TimeProvider clock)
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The letter to somebody as it stands now, or null where there is nothing to write.</summary>
    /// <param name="only">Keys of the recommendations that it is about; null for all that are due.</param>
    public async Task<byte[]?> WriteAsync(string cycle, string who, string? language, IReadOnlyList<string>? only, CancellationToken cancellation)
    {
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        if (Letters.Due(contents).FirstOrDefault(l => l.To.Id == who) is not { } due)
            return null;
        Letter letter = only is null ? due : due with { Lines = [.. due.Lines.Where(l => only.Contains(l.Recommendation))] };
        if (letter.Lines.Count == 0)
            return null;
        string tongue = language is not null && contents.Settings.Languages.Contains(language) ? language : letter.To.Language;
        return LetterDocument.Write(letter, contents, tongue, addresses.Plan(cycle), clock.GetUtcNow());
    }
}
