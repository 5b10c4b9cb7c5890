using System.Diagnostics;
using System.Diagnostics.Metrics;
using Azure.Core.Diagnostics;
using FollowUpFunctions.Links;
using Microsoft.Extensions.Logging;

namespace FollowUpFunctions.Tests.Proofs.Traces;

/// <summary>
/// Sees all that an app tells of itself: every log of every level and category with its scopes, every trace, every metric, and what the Azure SDK
/// says of its calls.
/// </summary>
public sealed class Witness(TokenTraces traces) : ILoggerProvider
{
    private readonly List<IDisposable> listeners = [];
    private int blanks;

    /// <summary>How often a token had been blanked out: it shows that the places were looked into where tokens come by.</summary>
    public int Blanks => Volatile.Read(ref blanks);

    /// <summary>Traces and metrics from now on; exporters are set up after the app is composed, and so is this.</summary>
    public void ListenToTelemetry()
    {
        ActivityListener activities = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = OnActivity,
        };
        ActivitySource.AddActivityListener(activities);
        MeterListener meters = new() { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => OnMeasurement(instrument, tags));
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => OnMeasurement(instrument, tags));
        meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => OnMeasurement(instrument, tags));
        meters.Start();
        listeners.AddRange([activities, meters, new AzureEventSourceListener((_, said) => Look(said, "what the Azure SDK says"), System.Diagnostics.Tracing.EventLevel.LogAlways)]);
    }

    public ILogger CreateLogger(string categoryName) => new Log(this, categoryName);

    public void Dispose()
    {
        foreach (IDisposable listener in listeners)
            listener.Dispose();
        listeners.Clear();
    }

    private void OnActivity(Activity activity)
    {
        string where = $"a trace of {activity.Source.Name}";
        Look(activity.DisplayName, where);
        Look(activity.StatusDescription, where);
        foreach ((string key, object? value) in activity.TagObjects)
            Look(value?.ToString(), $"{where}, {key}");
        foreach ((string key, object? value) in activity.Events.SelectMany(e => e.Tags))
            Look(value?.ToString(), $"{where}, event's {key}");
        foreach ((string key, string? value) in activity.Baggage)
            Look(value, $"{where}, baggage {key}");
    }

    private void OnMeasurement(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach ((string key, object? value) in tags)
            Look(value?.ToString(), $"the metric {instrument.Name}, {key}");
    }

    private void Look(string? text, string where)
    {
        traces.Look(text, where);
        if (text?.Contains(TokenMask.Blank, StringComparison.Ordinal) == true)
            Interlocked.Increment(ref blanks);
    }

    private sealed class Log(Witness witness, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            witness.Look(state.ToString(), $"a scope of {category}");
            Values(state, $"a scope of {category}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            string where = $"a log of {category}";
            witness.Look(formatter(state, exception), where);
            witness.Look(exception?.ToString(), $"{where}, failure");
            Values(state, where);
        }

        private void Values(object? state, string where)
        {
            if (state is not IEnumerable<KeyValuePair<string, object?>> values)
                return;
            foreach ((string key, object? value) in values)
                witness.Look(value?.ToString(), $"{where}, {key}");
        }
    }
}
