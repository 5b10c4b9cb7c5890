using System.Net;
using System.Net.Http.Json;
using Azure;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Links;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Proofs.Arrivals;

/// <summary>Those who come from outside, over HTTP.</summary>
public sealed class Visitors(TestApp app)
{
    public async Task ArriveAsync(RoundRun run)
    {
        RoundObserver.Leave();
        switch (run.Placement.Arrival)
        {
            case Arrival.Submission:
                await AnswerAsync(run, people: 1);
                break;
            case Arrival.TwoSubmissions:
                await AnswerAsync(run, people: 1);
                await AnswerAsync(run, people: 2);
                break;
            case Arrival.Decision:
                await DecideAsync(run, "close-1");
                break;
            case Arrival.TwoDecisions:
                await DecideAsync(run, "close-1");
                await DecideAsync(run, "close-2");
                break;
            case Arrival.Cancellation:
                await DecideAsync(run, new { id = "cancel", decision = "cancel-cycle" });
                break;
            case Arrival.Fault:
                throw new RequestFailedException("The connection was lost.");
        }
    }

    private async Task AnswerAsync(RoundRun run, int people)
    {
        InvitationRef invitation = Invitation(run);
        string form = new Uri(app.Service<PersonalLinks>().Form(invitation, 1)).AbsolutePath;
        using HttpResponseMessage saved = await PostAsync(
            $"{form}/attendance", ("attending", "yes"), ("people", $"{people}"), (FormInput.ButtonField, FormInput.Continue));
        if (saved.StatusCode != HttpStatusCode.SeeOther)
            return;
        using HttpResponseMessage sent = await PostAsync($"{form}/check", (FormInput.ButtonField, FormInput.Send));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Invitation row = (await app.Invitations.FindAsync(invitation, TestContext.Current.CancellationToken))!;
        run.Answered = new(people, row.Reminded);
    }

    private Task DecideAsync(RoundRun run, string id) => DecideAsync(run, new { id, decision = "close-round", round = run.Round.Round });

    private async Task DecideAsync(RoundRun run, object decision)
    {
        run.ListenAnew();
        Task<HttpResponseMessage> response = app.Coordinator.PostAsJsonAsync(
            $"cycles/{run.Cycle.Id}/decisions", decision, TestContext.Current.CancellationToken);
        run.Decided.Enqueue(new(app.Host.Clock.GetUtcNow(), response));
        await Task.WhenAny(response, run.Told.Task);
    }

    public static InvitationRef Invitation(RoundRun run) => InvitationRef.For(
        new(run.Round.Cycle, run.Round.Round, run.Placement.Person / RoundBench.PageSize), SampleCycle.Who(run.Placement.Person));

    private Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => app.Anybody.PostAsync(
        path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), TestContext.Current.CancellationToken);
}
