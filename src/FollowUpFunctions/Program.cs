using FollowUpFunctions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
FollowUpApp.ConfigureServices(builder.Services, builder.Configuration);
builder.Build().Run();
