using FollowUpFunctions.Rounds;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUpFunctions.Tests.Proofs.Arrivals;

/// <summary>
/// The round as the textbook has it: a waiter for each lap, given up when the timer comes first. It looks right and loses events, so whatever is
/// meant to find lost events must find this one's.
/// </summary>
public static class TextbookRound
{
    [Function(nameof(RoundOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        RoundRef round = context.GetInput<RoundRef>()!;
        RoundOpening opening = await context.CallActivityAsync<RoundOpening>(nameof(RoundActivities.OpenRound), round);
        if (opening.Opens is { } opens)
        {
            await context.CreateTimer(opens, CancellationToken.None);
            opening = await context.CallActivityAsync<RoundOpening>(nameof(RoundActivities.OpenRound), round);
        }

        PageRef[] pages = [.. Enumerable.Range(0, opening.Pages).Select(n => new PageRef(round.Cycle, round.Round, n))];
        await Task.WhenAll(pages.Select(page => context.CallActivityAsync(nameof(RoundActivities.InvitePage), page)));

        RoundView view;
        while (!(view = await context.CallActivityAsync<RoundView>(nameof(RoundActivities.ReadRound), round)).Over)
        {
            if (view.Reminder is { } ordinal)
            {
                await Task.WhenAll(pages.Select(page => context.CallActivityAsync(nameof(RoundActivities.RemindPage), new ReminderOfPage(page, ordinal))));
                await context.CallActivityAsync(nameof(RoundActivities.NoteReminder), new ReminderOfRound(round, ordinal));
                continue;
            }

            using CancellationTokenSource lap = new();
            Task changed = context.WaitForExternalEvent<object?>(RoundEvents.Changed, lap.Token);
            await Task.WhenAny(changed, context.CreateTimer(view.Next!.Value, lap.Token));
            lap.Cancel();
        }

        await Task.WhenAll(pages.Select(page => context.CallActivityAsync(nameof(RoundActivities.FreezePage), page)));
        await context.CallActivityAsync(nameof(RoundActivities.CloseRound), new RoundClosing(round, view.By!.Value));
    }
}
