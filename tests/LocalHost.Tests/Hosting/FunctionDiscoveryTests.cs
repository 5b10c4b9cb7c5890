using LocalHost.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask;

namespace LocalHost.Tests.Hosting;

public sealed class FunctionDiscoveryTests
{
    [Theory]
    [InlineData(typeof(NoTrigger), "NoTrigger.Run", "no trigger")]
    [InlineData(typeof(TwoTriggers), "TwoTriggers.Run", "more than one trigger")]
    [InlineData(typeof(QueueTriggered), "QueueTriggered.Run", "QueueTriggerAttribute")]
    [InlineData(typeof(SameName), "SameName.Run", "SameName.RunToo")]
    [InlineData(typeof(SameRoute), "SameRoute.Read", "SameRoute.ReadToo")]
    [InlineData(typeof(SameActivity), "SameActivity.One", "SameActivity.Two")]
    [InlineData(typeof(Unfillable), "Unfillable.Run", "Int32 count")]
    [InlineData(typeof(Hidden), "Hidden.Run", "not public")]
    [InlineData(typeof(BadRoute), "BadRoute.Run", "'{x'")]
    [InlineData(typeof(HostsOwnPath), "HostsOwnPath.Run", "_local")]
    public void A_function_that_could_never_run_is_named(Type type, string place, string why)
    {
        HostException error = Assert.Throws<HostException>(() => FunctionDiscovery.Find([type]));

        Assert.Contains(place, error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_route_may_have_a_function_for_each_method() => Assert.Equal(2, FunctionDiscovery.Find([typeof(OneRoute)]).Http.Count);

    private sealed class NoTrigger
    {
        [Function("F")]
        public static void Run(HttpRequest request) => _ = request;
    }

    private sealed class TwoTriggers
    {
        [Function("F")]
        public static void Run([HttpTrigger] HttpRequest request, [TimerTrigger("0 * * * * *")] TimerInfo timer) => _ = (request, timer);
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    private sealed class QueueTriggerAttribute : TriggerBindingAttribute;

    private sealed class QueueTriggered
    {
        [Function("F")]
        public static void Run([QueueTrigger] string message) => _ = message;
    }

    private sealed class SameName
    {
        [Function("F")]
        public static void Run([ActivityTrigger] string input) => _ = input;

        [Function("f")]
        public static void RunToo([TimerTrigger("0 * * * * *")] TimerInfo timer) => _ = timer;
    }

    private sealed class SameRoute
    {
        [Function("F")]
        public static void Read([HttpTrigger("get", "put", Route = "books/{id}")] HttpRequest request) => _ = request;

        [Function("G")]
        public static void ReadToo([HttpTrigger("GET", Route = "Books/{book}")] HttpRequest request) => _ = request;
    }

    private sealed class OneRoute
    {
        [Function("F")]
        public static void Read([HttpTrigger("get", Route = "books/{id}")] HttpRequest request) => _ = request;

        [Function("G")]
        public static void Write([HttpTrigger("put", Route = "books/{id}")] HttpRequest request) => _ = request;
    }

    private sealed class SameActivity
    {
        [Function("F")]
        public static void One([ActivityTrigger(Activity = "work")] string input) => _ = input;

        [Function("work")]
        public static void Two([ActivityTrigger] string input) => _ = input;
    }

    private sealed class Unfillable
    {
        [Function("F")]
        public static void Run([HttpTrigger(Route = "books/{id}")] HttpRequest request, string id, int count) => _ = (request, id, count);
    }

    private sealed class Hidden
    {
        [Function("F")]
        internal static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) => context.CreateTimer(TimeSpan.FromDays(1), default);
    }

    private sealed class BadRoute
    {
        [Function("F")]
        public static void Run([HttpTrigger(Route = "{x")] HttpRequest request) => _ = request;
    }

    private sealed class HostsOwnPath
    {
        [Function("F")]
        public static void Run([HttpTrigger(Route = "_local/mailbox")] HttpRequest request) => _ = request;
    }
}
