using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FollowUpFunctions.Links;

/// <summary>
/// Between whoever logs and all that keep logs: whatever level and categories are on, no token of a personal link gets through. Web servers log
/// the path of each request, and the path of a form holds its token.
/// </summary>
public sealed class MaskedLoggers(ILoggerFactory inner) : ILoggerFactory
{
    /// <summary>Around the factory that a host makes for itself.</summary>
    public static MaskedLoggers Of(IServiceProvider services) => new(new LoggerFactory(
        (IEnumerable<ILoggerProvider>)services.GetService(typeof(IEnumerable<ILoggerProvider>))!,
        (IOptionsMonitor<LoggerFilterOptions>)services.GetService(typeof(IOptionsMonitor<LoggerFilterOptions>))!,
        (IOptions<LoggerFactoryOptions>?)services.GetService(typeof(IOptions<LoggerFactoryOptions>)),
        (IExternalScopeProvider?)services.GetService(typeof(IExternalScopeProvider))));

    public ILogger CreateLogger(string categoryName) => new Masked(inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();

    private sealed class Masked(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull =>
            MaskedState.IsClean(state) ? inner.BeginScope(state) : inner.BeginScope(MaskedState.Of(state, $"{state}"));

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!inner.IsEnabled(logLevel))
                return;
            string message = formatter(state, exception);
            bool failureIsClean = exception is null || !TokenMask.Finds(exception.ToString());
            if (failureIsClean && !TokenMask.Finds(message) && MaskedState.IsClean(state))
                inner.Log(logLevel, eventId, state, exception, formatter);
            else
                inner.Log(logLevel, eventId, MaskedState.Of(state, message), failureIsClean ? exception : new MaskedException(exception!), static (s, _) => s.ToString());
        }
    }
}
