using System.Reflection;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Tests.Contracts;

public sealed class RouteTests
{
    [Fact]
    public void Routes_methods_and_levels_are_as_approved() => Approved.Match("routes", string.Join('\n',
        from type in typeof(FollowUpApp).Assembly.GetTypes()
        from method in type.GetMethods()
        from trigger in method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()
        let line = $"{trigger.Route} {string.Join(',', trigger.Methods ?? [])} {trigger.AuthLevel} {method.GetCustomAttribute<FunctionAttribute>()!.Name}"
        orderby line
        select line));

    [Fact]
    public void The_page_of_events_names_exactly_the_events_of_the_journal()
    {
        string[] known = [.. typeof(JournalEvents).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal)];
        string[] written = [.. Repository.Read("docs", "events.md").Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('`')[1]).Order(StringComparer.Ordinal)];

        Assert.Equal(known, written);
    }
}
