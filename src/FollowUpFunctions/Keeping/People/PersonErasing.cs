using FollowUp.Domain.Cycles;
using FollowUp.Domain.People;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Links;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Keeping.People;

/// <summary>What became of a wish to be erased; with nothing in it nobody was found.</summary>
public sealed record ErasingAnswer(ErasureReport? Report = null, Problem? Problem = null, string? Hindrance = null);

/// <summary>Erases somebody, for the API and for the desk.</summary>
public sealed class PersonErasing(
    CyclesTable cycles, ErasuresTable erasures, PersonFinder finder, Erasing erasing, ErasedRows rows, ErasedFiles files, ChildrensNumbers numbers, TimeProvider clock)
{
    public async Task<ErasingAnswer> EraseAsync(CycleState state, ErasureRequest asked, CancellationToken cancellation)
    {
        string cycle = state.Settings.Id;
        string who = $"{cycle}\n{SameWords.Key(asked.Who ?? asked.Email ?? asked.Name!)}";
        foreach (int key in numbers.Keys)
        {
            if (await erasures.FindAsync(cycle, numbers.Hash(key, "erasure", who), cancellation) is { } begun)
                return new(await erasing.PassAsync(begun, cancellation));
        }

        string id = numbers.Hash(numbers.NewestKey, "erasure", who);
        (Person? person, Problem? problem) = await finder.FindAsync(await cycles.CurrentFactsAsync(cycle, cancellation), asked, cancellation);
        if (problem is not null)
            return new(Problem: problem);
        PersonWords words = await finder.WordsAsync(cycle, person!, cancellation);
        if (person!.Whos.Count == 0 && await rows.EraseAsync(cycle, words, look: true, cancellation) == 0 && !await files.AnyAsync(cycle, words, cancellation))
            return new(await erasures.ReportAsync(cycle, id, cancellation));
        if (PersonFinder.Hindrance(state, person) is { } hindrance)
            return new(Hindrance: hindrance);
        Erasure erasure = new(id, cycle, clock.GetUtcNow(), person);
        await erasures.WriteAsync(erasure, cancellation);
        return new(await erasing.PassAsync(erasure, cancellation));
    }
}
