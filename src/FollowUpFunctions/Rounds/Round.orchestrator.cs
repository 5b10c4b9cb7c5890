using FollowUp.Domain.Rounds;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUpFunctions.Rounds;

/// <summary>
/// Asks some people something: opens, mails page by page, reminds those who have not answered, closes. Runs any round; what it is about is in
/// the tables. Its history grows with pages and reminders, not with people.
/// </summary>
public static class RoundOrchestrator
{
    /// <returns>Whether the cycle was cancelled.</returns>
    [Function(nameof(RoundOrchestrator))]
    public static async Task<bool> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        RoundRef round = context.GetInput<RoundRef>()!;
        (RoundOpening opening, Task changed) = await OpenWhenDueAsync(context, round);
        if (opening.Closed || opening.Cancelled)
            return opening.Cancelled;
        PageRef[] pages = [.. Enumerable.Range(0, opening.Pages).Select(n => new PageRef(round.Cycle, round.Round, n))];

        await Task.WhenAll(pages.Select(page => context.CallActivityAsync(nameof(RoundActivities.InvitePage), page, Retries.Storage)));
        RoundView view = await RemindUntilOverAsync(context, round, pages, changed);
        if (view.By != ClosedBy.Cancellation)
            await Task.WhenAll(pages.Select(page => context.CallActivityAsync(nameof(RoundActivities.FreezePage), page, Retries.Storage)));
        return await context.CallActivityAsync<bool>(nameof(RoundActivities.CloseRound), new RoundClosing(round, view.By!.Value), Retries.Storage);
    }

    // One standing waiter for the round's whole life, re-armed before the tables are read: a waiter given up at a timer would swallow the next event.
    // The opening is asked for again whenever the timer fires: it may have been postponed.
    private static async Task<(RoundOpening Opening, Task Changed)> OpenWhenDueAsync(TaskOrchestrationContext context, RoundRef round)
    {
        Task changed = context.WaitForExternalEvent<object?>(RoundEvents.Changed);
        while (true)
        {
            if (changed.IsCompleted)
                changed = context.WaitForExternalEvent<object?>(RoundEvents.Changed);
            RoundOpening opening = await context.CallActivityAsync<RoundOpening>(nameof(RoundActivities.OpenRound), round, Retries.Storage);
            if (opening.Opens is not { } opens)
                return (opening, changed);
            using CancellationTokenSource timer = new();
            await Task.WhenAny(changed, context.CreateTimer(opens, timer.Token));
            timer.Cancel();
        }
    }

    private static async Task<RoundView> RemindUntilOverAsync(TaskOrchestrationContext context, RoundRef round, PageRef[] pages, Task changed)
    {
        while (true)
        {
            if (changed.IsCompleted)
                changed = context.WaitForExternalEvent<object?>(RoundEvents.Changed);
            RoundView view = await context.CallActivityAsync<RoundView>(nameof(RoundActivities.ReadRound), round, Retries.Storage);
            if (view.Over)
                return view;

            if (view.Reminder is { } ordinal)
            {
                await Task.WhenAll(pages.Select(page =>
                    context.CallActivityAsync(nameof(RoundActivities.RemindPage), new ReminderOfPage(page, ordinal), Retries.Storage)));
                await context.CallActivityAsync(nameof(RoundActivities.NoteReminder), new ReminderOfRound(round, ordinal), Retries.Storage);
                continue;
            }

            if (view.Next is not { } next)
            {
                await changed;
                continue;
            }

            using CancellationTokenSource timer = new();
            await Task.WhenAny(changed, context.CreateTimer(next, timer.Token));
            timer.Cancel();
        }
    }
}
