using System.Diagnostics.CodeAnalysis;
using LocalHost.Demo.Coordinators;
using LocalHost.Demo.Sample;

namespace LocalHost.Demo.People;

/// <summary>Does what somebody has set out to do, and remembers how it went.</summary>
/// <param name="hurried">The calendar is one of seconds.</param>
internal sealed class Doing(
    SampleCycle sample, Cast cast, Dice dice, Browser browser, Memories memories, CycleApi api, Secretariat secretariat, TimeProvider clock, bool hurried)
{
    private const int Tries = 3;

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong for one person is told in the summary; the others go on.")]
    public async Task TryAsync(Act act, CancellationToken stopping)
    {
        for (int attempt = 1; !stopping.IsCancellationRequested; attempt++)
        {
            try
            {
                Memory done = new(act.Id, act.Mail.Place, act.Person.Who, clock.GetUtcNow());
                memories.Add(act.Deed switch
                {
                    Deed.Arrange => await After(secretariat.ArrangeAsync(stopping), done),
                    Deed.RecordAttendance => await After(secretariat.RecordAttendanceAsync(stopping), done),
                    Deed.BringChildren => done with { Sent = await new ChildrensMeeting(browser, memories, act, dice, clock).HoldAsync(stopping) },
                    Deed.ReviewVoices => await ReviewAsync(act, done, stopping),
                    Deed.TellChildren => await After(new ChildrensDesk(api).TellAsync(stopping), done),
                    _ => await FormAsync(act, stopping),
                });
                return;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (attempt == Tries || e is not HttpRequestException)
            {
                memories.Add(new(act.Id, act.Mail.Place, act.Person.Who, clock.GetUtcNow(), Failed: $"{act.Id}: {e.Message}"));
                return;
            }
            catch (HttpRequestException)
            {
            }
        }
    }

    private async Task<Memory> FormAsync(Act act, CancellationToken cancellation)
    {
        Typist typist = new(sample, cast, dice, act.Person, act.Mail.Round, act.Mail.Place, act.Deed == Deed.Change ? "changed" : "");
        Visit visit = new(browser, memories, act, typist, clock);
        IReadOnlyDictionary<string, IReadOnlyList<string>>? assigned = null;
        Sent? sent = null;
        switch (act.Deed)
        {
            case Deed.Begin:
                await visit.BeginAsync(cancellation);
                break;
            case Deed.Change:
                sent = await visit.ChangeAsync(cancellation);
                break;
            case Deed.Approve:
                assigned = await new Approval(browser, api, cast, dice, act).DecideAsync(cancellation);
                sent = await visit.AnswerAsync(cancellation);
                // Forms tell nobody that they were sent, and the sweeper that looks comes too rarely for a calendar of seconds.
                if (hurried && act.Person.FirstCoordinator)
                    await api.ApproveAsync(act.Mail.Round, cancellation);
                break;
            case Deed.Spreadsheet:
                sent = await visit.AnswerInASpreadsheetAsync(cancellation);
                break;
            case Deed.OnPaper:
                sent = await secretariat.RecordAsync(act, typist.Proposals(), cancellation);
                break;
            default:
                sent = await visit.AnswerAsync(cancellation);
                break;
        }

        return new(act.Id, act.Mail.Place, act.Person.Who, clock.GetUtcNow(), Typed: assigned, Sent: sent, Opened: [act.Mail.Form!]);
    }

    private async Task<Memory> ReviewAsync(Act act, Memory done, CancellationToken cancellation)
    {
        memories.Add(new(act.Id, act.Mail.Place, act.Person.Who, clock.GetUtcNow(), "reviewed", await new ChildrensDesk(api).ReviewAsync(cancellation)));
        return done;
    }

    private static async Task<Memory> After(Task work, Memory memory)
    {
        await work;
        return memory;
    }
}
