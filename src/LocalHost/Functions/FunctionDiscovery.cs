using System.Reflection;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace LocalHost.Functions;

/// <summary>Finds the functions of an app, and refuses to start with one that could never run as it is meant.</summary>
internal sealed class FunctionDiscovery
{
    private readonly List<HttpFunction> http = [];
    private readonly List<TimerFunction> timers = [];
    private readonly List<DurableFunction> orchestrators = [];
    private readonly List<DurableFunction> activities = [];
    private readonly Dictionary<string, MethodInfo> names = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="HostException">A function without exactly one known trigger, with a parameter nobody can fill, or a name or route that two have.</exception>
    public static FunctionCatalog Find(IEnumerable<Type> types)
    {
        FunctionDiscovery discovery = new();
        foreach (Type type in types)
        {
            foreach (MethodInfo method in type.GetMethods(
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            {
                if (method.GetCustomAttribute<FunctionAttribute>() is { } function)
                    discovery.Add(function.Name, method);
            }
        }

        HttpRoutes.RefuseOverlaps(discovery.http);
        return new(discovery.http, discovery.timers, discovery.orchestrators, discovery.activities);
    }

    private void Add(string name, MethodInfo method)
    {
        string place = FunctionMethod.PlaceOf(method);
        if (!names.TryAdd(name, method))
            throw new HostException($"Two functions are named '{name}': {FunctionMethod.PlaceOf(names[name])} and {place}. Rename one.");
        if (!method.IsPublic)
            throw new HostException($"Function '{name}' ({place}) is not public: the Functions host would not find it.");

        switch (Trigger(name, method))
        {
            case HttpTriggerAttribute trigger:
                string route = trigger.Route ?? name;
                RoutePattern pattern = HttpRoutes.Parse(route, name, place);
                http.Add(new(Bind(name, method, p => ParameterBindings.Http(p, pattern)), trigger.AuthLevel, route, trigger.Methods ?? []));
                break;
            case TimerTriggerAttribute trigger:
                timers.Add(new(Bind(name, method, ParameterBindings.Timer), trigger.Schedule, trigger.RunOnStartup));
                break;
            case OrchestrationTriggerAttribute trigger:
                Add(orchestrators, trigger.Orchestration ?? name, Bind(name, method, ParameterBindings.Orchestration));
                break;
            case ActivityTriggerAttribute trigger:
                Add(activities, trigger.Activity ?? name, Bind(name, method, ParameterBindings.Activity));
                break;
            case { } unknown:
                throw new HostException(
                    $"Function '{name}' ({place}) has a trigger that this host doesn't know: {unknown.GetType().Name}. " +
                    "It knows HTTP, timer, orchestration and activity triggers.");
        }
    }

    private static TriggerBindingAttribute Trigger(string name, MethodInfo method)
    {
        TriggerBindingAttribute[] triggers = [.. method.GetParameters().SelectMany(p => p.GetCustomAttributes<TriggerBindingAttribute>())];
        return triggers.Length == 1
            ? triggers[0]
            : throw new HostException(
                $"Function '{name}' ({FunctionMethod.PlaceOf(method)}) has {(triggers.Length == 0 ? "no trigger" : "more than one trigger")}: " +
                "exactly one of its parameters must carry one.");
    }

    private static FunctionMethod Bind(string name, MethodInfo method, Func<ParameterInfo, ParameterBinding?> bind) =>
        new(name, method, [.. method.GetParameters().Select(parameter => bind(parameter) ?? throw new HostException(
            $"Function '{name}' ({FunctionMethod.PlaceOf(method)}) has a parameter that the host can't fill: " +
            $"{parameter.ParameterType.Name} {parameter.Name}."))]);

    private static void Add(List<DurableFunction> functions, string taskName, FunctionMethod method)
    {
        if (functions.Find(f => string.Equals(f.TaskName, taskName, StringComparison.OrdinalIgnoreCase)) is { } other)
            throw new HostException($"Two durable functions are named '{taskName}': {other.Method.Place} and {method.Place}. Rename one.");
        functions.Add(new(taskName, method));
    }
}
