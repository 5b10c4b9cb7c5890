using FollowUpFunctions;
using FollowUpFunctions.Configuration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
FollowUpApp.ConfigureServices(builder.Services, builder.Configuration);
if (TelemetryOptions.From(builder.Configuration).IsOn)
{
    builder.Services.AddOpenTelemetry().UseFunctionsWorkerDefaults();
    // The app sends its logs itself: the host is not to send them once more.
    builder.Services.Configure<WorkerOptions>(worker => worker.Capabilities["WorkerApplicationInsightsLoggingEnabled"] = bool.TrueString);
}

builder.Build().Run();
