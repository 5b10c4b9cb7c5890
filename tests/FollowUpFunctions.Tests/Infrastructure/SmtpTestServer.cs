using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace FollowUpFunctions.Tests.Infrastructure;

/// <summary>A mail server on this machine (RFC 5321), whose letters can be read.</summary>
public sealed class SmtpTestServer : MessageStore, IMailboxFilter, IAsyncDisposable
{
    private readonly ConcurrentQueue<MimeMessage> letters = new();
    private readonly CancellationTokenSource closing = new();
    private readonly Task running;
    private int refusals;

    public SmtpTestServer()
    {
        using (TcpListener listener = new(IPAddress.Loopback, 0))
        {
            listener.Start();
            Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        SmtpServer.ComponentModel.ServiceProvider services = new();
        services.Add((IMessageStore)this);
        services.Add((IMailboxFilter)this);
        ISmtpServerOptions options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, Port))).Build();
        running = new SmtpServer.SmtpServer(options, services).StartAsync(closing.Token);
    }

    public int Port { get; }

    public IReadOnlyList<MimeMessage> Letters => [.. letters];

    /// <summary>550 at RCPT.</summary>
    public ConcurrentBag<string> Unknown { get; } = [];

    /// <summary>What the store says to the next letters, which it has then not taken: 451, try later.</summary>
    public int Busy
    {
        get => Volatile.Read(ref refusals);
        set => Volatile.Write(ref refusals, value);
    }

    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Mail:Provider"] = "smtp",
        ["Mail:Smtp:Host"] = "127.0.0.1",
        ["Mail:Smtp:Port"] = $"{Port}",
        ["Mail:Smtp:Security"] = "none",
    };

    public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        if (Interlocked.Decrement(ref refusals) >= 0)
            return new(SmtpReplyCode.Aborted, "try later");
        using MemoryStream bytes = new(buffer.ToArray());
        letters.Enqueue(await MimeMessage.LoadAsync(bytes, cancellationToken));
        return SmtpResponse.Ok;
    }

    public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
        Task.FromResult(!Unknown.Contains($"{to.User}@{to.Host}"));

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await running.ContinueWith(_ => { }, TaskScheduler.Default);
        closing.Dispose();
    }
}
