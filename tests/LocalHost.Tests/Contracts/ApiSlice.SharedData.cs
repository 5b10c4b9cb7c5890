using System.Reflection;
using Microsoft.DurableTask;

namespace LocalHost.Tests.Contracts;

/// <summary>What we build against in place of the real packages must be a slice of them, or the app would not build for Azure.</summary>
[Trait("Documents", "shared")]
public sealed class ApiSlice
{
    [Fact]
    public void Every_public_member_exists_with_the_same_signature_in_the_real_packages()
    {
        Dictionary<string, (string Header, HashSet<string> Members)> real = ReadReal();
        List<string> strangers = [];
        foreach ((string header, string[] members) in ApiSurface.Of(typeof(TaskOrchestrationContext).Assembly))
        {
            if (!real.TryGetValue(NameIn(header), out (string Header, HashSet<string> Members) type))
            {
                strangers.Add(header);
                continue;
            }

            if (type.Header != header)
                strangers.Add($"{header}\n    is really: {type.Header}");
            strangers.AddRange(members.Where(member => !type.Members.Contains(member)).Select(member => $"{header}\n    {member}"));
        }

        Assert.True(strangers.Count == 0, "Not in the real packages:\n" + string.Join('\n', strangers));
    }

    [Fact]
    public void The_list_of_the_real_packages_is_there_and_is_read()
    {
        Dictionary<string, (string Header, HashSet<string> Members)> real = ReadReal();

        Assert.Contains("abstract string InstanceId { get; }", real["Microsoft.DurableTask.TaskOrchestrationContext"].Members);
        Assert.True(real.Count > 100);
    }

    private static Dictionary<string, (string Header, HashSet<string> Members)> ReadReal()
    {
        string folder = typeof(ApiSlice).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "SharedData").Value!;
        Dictionary<string, (string, HashSet<string>)> types = [];
        HashSet<string> members = [];
        foreach (string line in File.ReadLines(Path.Combine(folder, "functions-api.txt")))
        {
            if (line.StartsWith("    ", StringComparison.Ordinal))
                members.Add(line.Trim());
            else if (line.Length > 0 && line[0] != '#')
                types[NameIn(line)] = (line, members = []);
        }

        return types;
    }

    private static string NameIn(string header) => header.Split(" : ")[0].Split(' ').First(word => word.Contains('.', StringComparison.Ordinal));
}
