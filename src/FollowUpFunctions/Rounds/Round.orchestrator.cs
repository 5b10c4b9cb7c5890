using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUpFunctions.Rounds;

/// <summary>
/// Asks some people something: opens, mails page by page, reminds those who have not answered, closes. Runs any round; what it is about is in
/// the tables. Its history grows with pages and reminders, not with people.
/// </summary>
public static class RoundOrchestrator
{
    [Function(nameof(RoundOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        RoundRef round = context.GetInput<RoundRef>()!;

        DateTime opens = await context.CallActivityAsync<DateTime>(nameof(RoundActivities.WhenRoundOpens), round, Retries.Storage);
        if (opens > context.CurrentUtcDateTime)
            await context.CreateTimer(opens, CancellationToken.None);

        RoundOpening opening = await context.CallActivityAsync<RoundOpening>(nameof(RoundActivities.OpenRound), round, Retries.Storage);
        if (opening.Closed)
            return;
        PageRef[] pages = [.. Enumerable.Range(0, opening.Pages).Select(n => new PageRef(round.Cycle, round.Round, n))];

        await Task.WhenAll(pages.Select(page => context.CallActivityAsync(nameof(RoundActivities.InvitePage), page, Retries.Storage)));
        RoundView view = await RemindUntilOverAsync(context, round, pages);
        await Task.WhenAll(pages.Select(page => context.CallActivityAsync(nameof(RoundActivities.FreezePage), page, Retries.Storage)));
        await context.CallActivityAsync(nameof(RoundActivities.CloseRound), new RoundClosing(round, view.By!.Value), Retries.Storage);
    }

    // One standing waiter, re-armed before the table is read: a waiter given up at a timer would swallow the next event.
    private static async Task<RoundView> RemindUntilOverAsync(TaskOrchestrationContext context, RoundRef round, PageRef[] pages)
    {
        Task changed = context.WaitForExternalEvent<object?>(RoundEvents.Changed);
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
