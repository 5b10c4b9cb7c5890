using Microsoft.AspNetCore.Routing.Patterns;

namespace LocalHost.Functions;

/// <summary>The rules for routes that can be checked before the first request.</summary>
internal static class HttpRoutes
{
    public static RoutePattern Parse(string route, string name, string place)
    {
        try
        {
            RoutePattern pattern = RoutePatternFactory.Parse(route);
            if (pattern.PathSegments is [{ Parts: [RoutePatternLiteralPart { Content: "_local" }] }, ..])
                throw new HostException($"Function '{name}' ({place}) has a route under /_local, where the host's own pages are.");
            return pattern;
        }
        catch (RoutePatternException e)
        {
            throw new HostException($"Function '{name}' ({place}) has a route that can't be read, '{route}': {e.Message}", e);
        }
    }

    public static void RefuseOverlaps(IReadOnlyList<HttpFunction> functions)
    {
        foreach (IGrouping<string, HttpFunction> sameRoute in functions.GroupBy(f => Shape(f.Route), StringComparer.OrdinalIgnoreCase))
        {
            HttpFunction[] group = [.. sameRoute];
            for (int i = 0; i < group.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    if (Overlap(group[i].Methods, group[j].Methods))
                    {
                        throw new HostException(
                            $"Two functions answer '{group[i].Route}' for the same method: " +
                            $"{group[j].Method.Name} ({group[j].Method.Place}) and {group[i].Method.Name} ({group[i].Method.Place}).");
                    }
                }
            }
        }
    }

    private static bool Overlap(IReadOnlyList<string> some, IReadOnlyList<string> others) =>
        some.Count == 0 || others.Count == 0 || some.Intersect(others, StringComparer.OrdinalIgnoreCase).Any();

    // What a parameter is called doesn't tell two routes apart; what it accepts does.
    private static string Shape(string route) =>
        string.Join('/', RoutePatternFactory.Parse(route).PathSegments.Select(segment => string.Concat(segment.Parts.Select(Shape))));

    private static string Shape(RoutePatternPart part) => part switch
    {
        RoutePatternParameterPart parameter =>
            $"{{{(parameter.IsCatchAll ? "*" : "")}{string.Concat(parameter.ParameterPolicies.Select(p => ":" + p.Content))}}}",
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        _ => "",
    };
}
