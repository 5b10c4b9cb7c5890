using System.Reflection;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Routing.Template;
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

    /// <summary>The Functions host asks its routes by the names of their functions, and the first that fits answers: decision 44.</summary>
    [Fact]
    public void No_function_stands_before_a_more_exact_one()
    {
        (string Name, TemplateMatcher Route, string Path, string[] Verbs)[] all =
        [
            .. from type in typeof(FollowUpApp).Assembly.GetTypes()
               from method in type.GetMethods()
               from trigger in method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()
               let template = TemplateParser.Parse(trigger.Route!)
               select (
                   method.GetCustomAttribute<FunctionAttribute>()!.Name,
                   new TemplateMatcher(template, []),
                   "/" + string.Join('/', template.Segments.Select(s => string.Concat(s.Parts.Select(p => p.IsParameter ? "7" : p.Text)))),
                   trigger.Methods!),
        ];

        IEnumerable<string> hidden =
            from exact in all
            from other in all
            where other.Verbs.Intersect(exact.Verbs).Any() && other.Route.TryMatch(exact.Path, []) && !exact.Route.TryMatch(other.Path, [])
            where StringComparer.OrdinalIgnoreCase.Compare(other.Name, exact.Name) < 0
            select $"{other.Name} answers {exact.Path} in place of {exact.Name}: name one of them otherwise.";

        Assert.True(all.Length > 100);
        Assert.Empty(hidden);
    }

    [Fact]
    public void The_page_of_events_names_exactly_the_events_of_the_journal()
    {
        string[] known = [.. typeof(JournalEvents).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal)];
        string[] written = [.. Repository.Read("docs", "events.md").Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('`')[1]).Order(StringComparer.Ordinal)];

        Assert.Equal(known, written);
    }
}
