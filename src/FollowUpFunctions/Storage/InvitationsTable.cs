using Azure;
using Azure.Data.Tables;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;

namespace FollowUpFunctions.Storage;

/// <summary>Table <c>Invitations</c>: partition <c>cycle~round~page</c>, row = invitation id. One page is one partition.</summary>
public sealed class InvitationsTable(AppStorage storage)
{
    private static readonly string[] CountColumns =
        [nameof(TableEntity.RowKey), nameof(Invitation.Who), nameof(Invitation.Category), nameof(Invitation.Submitted), nameof(Invitation.Bounced), nameof(Invitation.Unsubscribed),
         nameof(Invitation.Revision), nameof(Invitation.Frozen), nameof(Invitation.Started), nameof(Invitation.Sent), nameof(Invitation.Reminded),
         nameof(Invitation.Generation), Invitation.BouncedGeneration, nameof(Invitation.Recorded)];

    private TableClient Table => storage.Invitations;

    public static string Partition(PageRef page) => $"{page.Cycle}~{page.Round}~{page.Page:0000}";

    /// <summary>Adds the page's invitations that are missing.</summary>
    /// <param name="meetingTold">The sequence of the meeting that they are to; null for what is to no meeting, or to one that has not changed.</param>
    public Task AddMissingAsync(
        PageRef page,
        IEnumerable<(Addressee Addressee, StakeholderCategory? Category, bool OptedOut)> people,
        DateTimeOffset now,
        CancellationToken cancellation,
        int? meetingTold = null) =>
        Table.AddMissingAsync(
            Partition(page),
            "",
            [
                .. people.Select(p =>
                {
                    TableEntity row = new(Partition(page), InvitationRef.For(page, p.Addressee.Who).Id)
                    {
                        [nameof(Invitation.Who)] = p.Addressee.Who,
                        [nameof(Invitation.Category)] = p.Category?.ToString(),
                        [nameof(Invitation.Generation)] = 1,
                        [nameof(Invitation.Unsubscribed)] = p.OptedOut ? now : null,
                        [nameof(Invitation.MeetingTold)] = meetingTold,
                        [nameof(Invitation.Concern)] = p.Addressee.Concern,
                    };
                    return p.Addressee.Recommendations.Count == 0 ? row : row.With(p.Addressee.Recommendations);
                }),
            ],
            cancellation);

    public async Task<Invitation?> FindAsync(InvitationRef invitation, CancellationToken cancellation) =>
        await Table.FindAsync(Partition(invitation.OfPage), invitation.Id, cancellation) is { } row
            ? Invitation.From(row, invitation.Cycle, invitation.Round)
            : null;

    /// <summary>Somebody's invitation to a round, or null.</summary>
    public async Task<Invitation?> OfPersonAsync(RoundRef round, int pages, string who, CancellationToken cancellation)
    {
        for (int page = 0; page < pages; page++)
        {
            if (await FindAsync(InvitationRef.For(new(round.Cycle, round.Round, page), who), cancellation) is { } found)
                return found;
        }

        return null;
    }

    public async Task<List<Invitation>> PageAsync(PageRef page, CancellationToken cancellation) =>
        [.. (await Table.ListAsync(TableRows.Partition(Partition(page)), cancellation)).Select(r => Invitation.From(r, page.Cycle, page.Round))];

    /// <summary>The whole round without what was asked of whom: for counting.</summary>
    public async Task<List<Invitation>> CountedAsync(RoundRef round, int pages, CancellationToken cancellation)
    {
        List<Invitation> all = [];
        for (int page = 0; page < pages; page++)
        {
            string filter = TableRows.Partition(Partition(new(round.Cycle, round.Round, page)));
            all.AddRange((await Table.ListAsync(filter, cancellation, CountColumns)).Select(r => Invitation.From(r, round.Cycle, round.Round)));
        }

        return all;
    }

    /// <summary>Sets columns of one invitation, whatever else has changed.</summary>
    public Task SetAsync(InvitationRef invitation, string column, object value, CancellationToken cancellation) =>
        Table.UpdateEntityAsync(Change(invitation, (column, value)), ETag.All, TableUpdateMode.Merge, cancellation);

    /// <summary>Sets columns of one invitation if nobody has changed it since it was read.</summary>
    /// <returns>False when somebody has.</returns>
    public async Task<bool> TrySetAsync(Invitation invitation, CancellationToken cancellation, params (string Column, object Value)[] columns)
    {
        try
        {
            await Table.UpdateEntityAsync(Change(invitation.Ref, columns), invitation.ETag, TableUpdateMode.Merge, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == TableRows.PreconditionFailed)
        {
            return false;
        }
    }

    /// <summary>Sets columns of invitations of one page, whatever else has changed.</summary>
    public Task SetAllAsync(IEnumerable<Invitation> invitations, CancellationToken cancellation, params (string Column, object Value)[] columns) =>
        Table.WriteAllAsync(TableTransactionActionType.UpdateMerge, invitations.Select(i => Change(i.Ref, columns)), cancellation);

    /// <summary>
    /// Sets columns of those invitations of a page that <paramref name="which"/> picks, each only as it was when picked: where one was changed
    /// meanwhile, it is read and picked anew.
    /// </summary>
    public async Task SetWhereAsync(
        PageRef page,
        Func<Invitation, bool> which,
        Func<Invitation, (string Column, object Value)[]> change,
        CancellationToken cancellation)
    {
        bool changedMeanwhile = true;
        while (changedMeanwhile)
        {
            changedMeanwhile = false;
            foreach (Invitation[] chunk in (await PageAsync(page, cancellation)).Where(which).Chunk(TableRows.TransactionLimit))
            {
                try
                {
                    await Table.SubmitTransactionAsync(
                        chunk.Select(i => new TableTransactionAction(TableTransactionActionType.UpdateMerge, Change(i.Ref, change(i)), i.ETag)),
                        cancellation);
                }
                catch (RequestFailedException e) when (e.Status == TableRows.PreconditionFailed)
                {
                    changedMeanwhile = true;
                }
            }
        }
    }

    private static TableEntity Change(InvitationRef invitation, params (string Column, object Value)[] columns)
    {
        TableEntity row = new(Partition(invitation.OfPage), invitation.Id);
        foreach ((string column, object value) in columns)
            row[column] = value;
        return row;
    }
}
