using Azure.Monitor.OpenTelemetry.Exporter;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Cycles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FollowUpFunctions.Telemetry;

/// <summary>Logs, traces and metrics by OpenTelemetry, where a setting names somebody to send them to. Little is sent: what is sent is paid for.</summary>
internal static class TelemetryServices
{
    private const string Requests = "Microsoft.AspNetCore";

    /// <summary>Call it after tokens are masked: what listens to activities is told in the order of its coming (decision 23).</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        if (!options.IsOn)
            return services;
        // A library's information is a line for each request; its warnings are worth their price.
        services.AddLogging(logging =>
        {
            foreach (string library in (string[])["Microsoft", "System", "Azure", "Polly"])
                logging.AddFilter<OpenTelemetryLoggerProvider>(library, LogLevel.Warning);
            // That a sweep is done is news to an alert rule alone: no console shows it.
            logging.AddFilter<OpenTelemetryLoggerProvider>(typeof(Sweeper).FullName, LogLevel.Debug);
        });
        OpenTelemetryBuilder telemetry = services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(Requests))
            .WithMetrics(metrics => metrics.AddMeter("Microsoft.AspNetCore.Hosting"))
            .WithLogging(configureBuilder: null, configureOptions: logging => logging.IncludeFormattedMessage = true);
        if (options.Otlp.Length > 0)
        {
            telemetry
                .WithTracing(tracing => tracing.AddOtlpExporter())
                .WithMetrics(metrics => metrics.AddOtlpExporter())
                .WithLogging(logging => logging.AddOtlpExporter());
        }

        if (options.Insights.Length > 0)
        {
            telemetry.UseAzureMonitorExporter(exporter =>
            {
                exporter.ConnectionString = options.Insights;
                exporter.Credential = options.Credential;
                exporter.EnableLiveMetrics = false;
                // An alert must not be left out because its trace was.
                exporter.EnableTraceBasedLogsSampler = false;
            });
        }

        return services;
    }
}
