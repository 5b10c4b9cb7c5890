using System.Reflection;
using LocalHost.Hosting;

namespace LocalHost;

/// <summary>Says which app this host runs; nothing else outside Demo/ knows it.</summary>
public static class App
{
    public static HostOptions Options { get; } = new()
    {
        Assemblies = [Assembly.Load("FollowUpFunctions")],
        TaskHub = "FollowUp",
    };
}
