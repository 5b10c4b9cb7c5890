using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FollowUpFunctions.Tests.Infrastructure;

/// <summary>Keeps the messages that have the name of an event, as alert rules look for them.</summary>
public sealed class EventLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Name, string Text)> events = new();

    public IReadOnlyList<string> Of(string name) => [.. events.Where(e => e.Name == name).Select(e => e.Text)];

    public void Register(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<ILoggerProvider>(this)
        .AddLogging(logging => logging.AddFilter<EventLog>("FollowUpFunctions", LogLevel.Debug));

    public ILogger CreateLogger(string categoryName) => new Logger(events);

    public void Dispose() { }

    private sealed class Logger(ConcurrentQueue<(string, string)> events) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name is { } name)
                events.Enqueue((name, formatter(state, exception)));
        }
    }
}
