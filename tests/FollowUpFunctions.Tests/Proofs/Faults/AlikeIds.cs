using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Proofs.Faults;

/// <summary>
/// Ids of cycles in which invitations stand in the same order as in another: what they are asked about and what comes of it follows that order, and
/// the id of an invitation follows from the cycle's.
/// </summary>
public sealed class AlikeIds
{
    private readonly IReadOnlyList<(string Round, int Page, IReadOnlyList<string> People)> pages;

    private AlikeIds(IReadOnlyList<(string Round, int Page, IReadOnlyList<string> People)> pages) => this.pages = pages;

    public static AlikeIds Any { get; } = new([]);

    /// <summary>Like the cycle, which has been through its phase.</summary>
    public static async Task<AlikeIds> OfAsync(TestApp app, string cycle)
    {
        List<(string, int, IReadOnlyList<string>)> pages = [];
        foreach (Round round in await app.Cycles.Rounds.ListAsync(cycle, TestContext.Current.CancellationToken))
        {
            for (int page = 0; page < round.Pages; page++)
            {
                List<Invitation> there = await app.Invitations.PageAsync(new(cycle, round.Id, page), TestContext.Current.CancellationToken);
                pages.Add((round.Id, page, [.. there.Select(i => i.Who)]));
            }
        }

        return new(pages);
    }

    public string Next()
    {
        while (true)
        {
            string id = new SampleCycle().Id;
            if (pages.All(p => IsInOrder([.. p.People.Select(who => InvitationRef.For(new(id, p.Round, p.Page), who).Id)])))
                return id;
        }
    }

    private static bool IsInOrder(string[] ids) => ids.Zip(ids.Skip(1), string.CompareOrdinal).All(c => c < 0);
}
