using LocalHost.Durable;
using LocalHost.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Tests.Infrastructure;

/// <summary>How an app under test differs from the ordinary one.</summary>
public sealed record TestAppOptions
{
    /// <summary>Where the skipping clock begins.</summary>
    public DateTimeOffset Start { get; init; } = SampleCycle.Starts;

    public int PageSize { get; init; } = 2;

    /// <summary>Addresses that take no mail.</summary>
    public IReadOnlyList<string> Bounces { get; init; } = [];

    /// <summary>Settings in place of the ordinary ones.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>The app's functions; null for all of them.</summary>
    public IReadOnlyList<Type>? Functions { get; init; }

    /// <summary>Asked before the clock's first jump, also after each start.</summary>
    public IReadOnlyList<IClockHold> Holds { get; init; } = [];

    public DurableEngineOptions Durable { get; init; } = new();

    /// <summary>Registers things before the app does; it keeps clients of tables and blobs that are there.</summary>
    public Action<IServiceCollection, IConfiguration>? Services { get; init; }
}
