using Azure.Storage.Blobs;
using FollowUp.Domain.Rounds;
using LocalHost.Demo.Coordinators;
using LocalHost.Demo.Sample;
using LocalHost.Time;

namespace LocalHost.Demo.People;

/// <summary>
/// The people of the sample cycle. They do only what people can do: read their mail, open links, fill in forms. What they will do is scheduled on
/// the host's clock; while mail is unread or somebody has something to do now, the clock stands.
/// </summary>
internal sealed class SimulatedPeople(SampleCycle cast, DemoFolder folder) : IClockHold, IAsyncDisposable
{
    private const int AtOnce = 4;

    private readonly Dice dice = new(folder.Identity.Seed);
    private readonly PriorityQueue<Act, (DateTimeOffset, string)> agenda = new(Comparer<(DateTimeOffset Due, string Id)>.Create(
        (a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : string.CompareOrdinal(a.Id, b.Id)));
    private readonly Dictionary<string, DateTimeOffset> opened = [];
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock gate = new();
    private TaskCompletionSource rung = NewBell();
    private Habits? habits;
    private Secretariat? secretariat;
    private HostClock? clock;
    private Doing? doing;
    private Mailbox? mailbox;
    private bool unread = true;
    private bool working = true;
    private Task living = Task.CompletedTask;

    public Cast Cast { get; } = new(cast, new(folder.Identity.Seed));

    public Memories Memories { get; } = new(folder.MemoryFile);

    public Browser Browser { get; } = new();

    public IReadOnlyCollection<Mail> Mails => mailbox?.All ?? [];

    /// <summary>Fails when something went wrong that is nobody's fault in particular.</summary>
    public Task Living => living;

    public bool IsBusy
    {
        get
        {
            lock (gate)
                return unread || working || (Next is { } due && due <= clock!.GetUtcNow());
        }
    }

    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate)
                return Next;
        }
    }

    private DateTimeOffset? Next => agenda.TryPeek(out _, out (DateTimeOffset Due, string) first) ? first.Due : null;

    /// <summary>Something lies in the mailbox.</summary>
    public void Ring()
    {
        lock (gate)
        {
            unread = true;
            rung.TrySetResult();
        }

        clock?.Nudge();
    }

    /// <summary>Until then they hold the clock: a demo that is resumed must not run away from them.</summary>
    public void Begin(SampleCycle cycle, HostClock time, BlobContainerClient pickup, CycleApi coordinators)
    {
        habits = new(cycle, dice, officeHours: !folder.Identity.Seconds);
        clock = time;
        secretariat = new(cycle, Cast, dice, coordinators);
        doing = new(cycle, Cast, dice, Browser, Memories, coordinators, secretariat, time, folder.Identity.Seconds);
        mailbox = new(pickup);
        living = Task.Run(LiveAsync);
    }

    /// <summary>The first coordinator marks what matters most.</summary>
    public Task MarkAsync(CancellationToken cancellation) => secretariat!.StarAsync(cancellation);

    /// <summary>They do nothing more; what they were about to do is dropped.</summary>
    public async Task StopAsync()
    {
        if (stopping.IsCancellationRequested)
            return;
        await stopping.CancelAsync();
        Ring();
        await living;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stopping.Dispose();
        Memories.Dispose();
        Browser.Dispose();
    }

    private async Task LiveAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            if (await ReadMailAsync() || await ActAsync())
                continue;

            Task bell;
            DateTimeOffset? next;
            lock (gate)
            {
                if (unread)
                    continue;
                working = false;
                bell = rung.Task;
                next = Next;
            }

            clock!.Nudge();
            using CancellationTokenSource waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
            await Task.WhenAny(bell, next is { } due ? clock.WaitUntilAsync(due, waiting.Token) : Task.Delay(Timeout.Infinite, waiting.Token));
            lock (gate)
                working = true;
            await waiting.CancelAsync();
        }

        lock (gate)
            working = unread = false;
    }

    private async Task<bool> ReadMailAsync()
    {
        lock (gate)
        {
            if (!unread)
                return false;
            unread = false;
            rung = NewBell();
        }

        IReadOnlyList<Mail> mails = await mailbox!.LookAsync(CancellationToken.None);
        foreach (Mail mail in mails.Where(m => m.Kind == "invitation"))
            opened[mail.Place] = mail.Date;
        lock (gate)
        {
            foreach (Act act in mails.SelectMany(Plans).Where(a => !Memories.IsFinished(a.Id)))
                agenda.Enqueue(act, (act.Due, act.Id));
        }

        return true;
    }

    private IEnumerable<Act> Plans(Mail mail) =>
    [
        .. Cast.At(mail.To) is { } person ? habits!.After(mail, person, opened.GetValueOrDefault(mail.Place, mail.Date)) : [],
        .. secretariat!.IsBegun(mail)
            ? (Act[])
            [
                new(Cast.FirstCoordinator, mail, Deed.Arrange, secretariat.LooksAtGroups),
                new(Cast.FirstCoordinator, mail, Deed.RecordAttendance, secretariat.RecordsAttendance),
            ]
            : [],
    ];

    private async Task<bool> ActAsync()
    {
        List<Act> due = [];
        lock (gate)
        {
            while (Next is { } next && next <= clock!.GetUtcNow())
                due.Add(agenda.Dequeue());
        }

        if (due.Count == 0)
            return false;
        await Parallel.ForEachAsync(
            due.GroupBy(a => a.Mail.Place),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (acts, _) =>
            {
                foreach (Act act in acts)
                    await doing!.TryAsync(act, stopping.Token);
            });
        return true;
    }

    private static TaskCompletionSource NewBell() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
