using System.ComponentModel;
using System.Reflection;
using LocalHost.Durable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Functions;

/// <summary>How the parameters of each kind of function get their values. What the real worker could not bind is refused when the host starts.</summary>
internal static class ParameterBindings
{
    public static ParameterBinding? Http(ParameterInfo parameter, RoutePattern route)
    {
        if (parameter.GetCustomAttribute<HttpTriggerAttribute>() is not null)
            return parameter.ParameterType == typeof(HttpRequest) ? call => call.Http!.Request : null;

        return Shared(parameter) ?? (route.GetParameter(parameter.Name!) is null ? null : RouteValue(parameter));
    }

    public static ParameterBinding? Timer(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<TimerTriggerAttribute>() is null ? Shared(parameter)
        : parameter.ParameterType == typeof(TimerInfo) ? call => call.Timer
        : null;

    public static ParameterBinding? Orchestration(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<OrchestrationTriggerAttribute>() is not null)
            return parameter.ParameterType == typeof(TaskOrchestrationContext) ? call => call.Orchestration : null;
        if (parameter.GetCustomAttribute<DurableClientAttribute>() is not null)
            return null;
        if (parameter.ParameterType == typeof(CancellationToken))
            return call => call.Cancellation;

        MethodInfo input = typeof(TaskOrchestrationContext).GetMethod(nameof(TaskOrchestrationContext.GetInput))!
            .MakeGenericMethod(parameter.ParameterType);
        return call => input.Invoke(call.Orchestration, BindingFlags.DoNotWrapExceptions, null, null, null);
    }

    public static ParameterBinding? Activity(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<ActivityTriggerAttribute>() is not null)
            return call => call.Input is null ? Default(parameter) : DurableJson.Default.Deserialize(call.Input, parameter.ParameterType);
        if (parameter.ParameterType == typeof(string) && string.Equals(parameter.Name, "instanceId", StringComparison.OrdinalIgnoreCase))
            return call => call.InstanceId;

        return Shared(parameter);
    }

    private static ParameterBinding? Shared(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
            return call => call.Cancellation;
        if (parameter.ParameterType == typeof(DurableTaskClient) && parameter.GetCustomAttribute<DurableClientAttribute>() is not null)
            return call => call.Durable;
        return null;
    }

    private static ParameterBinding? RouteValue(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(string))
            return call => call.Http!.Request.RouteValues[parameter.Name!] as string ?? Default(parameter);

        TypeConverter converter = TypeDescriptor.GetConverter(parameter.ParameterType);
        if (!converter.CanConvertFrom(typeof(string)))
            return null;

        return call => call.Http!.Request.RouteValues[parameter.Name!] is string { Length: > 0 } text
            ? converter.ConvertFromInvariantString(text)
            : Default(parameter);
    }

    private static object? Default(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.DefaultValue
        : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
        : null;
}
