using System.Text.Json.Nodes;

namespace Infra.Tests;

/// <summary>Looking about in a compiled template: a module is a resource that holds a template.</summary>
internal static class Templates
{
    private const string Deployment = "Microsoft.Resources/deployments";

    public static JsonObject Module(JsonObject template, string name) => template["resources"]![name]!["properties"]!["template"]!.AsObject();

    /// <summary>Every resource of the template and of its modules, with the way to it.</summary>
    public static IEnumerable<(string Module, JsonObject Resource)> All(JsonObject template, string module = "")
    {
        // Named, or in a list: both are valid, and the compiler writes what a template needs.
        IEnumerable<(string Name, JsonNode? Resource)> resources = template["resources"] is JsonObject named
            ? named.Select(r => (r.Key, r.Value))
            : template["resources"]!.AsArray().Select(r => (r!["name"]!.ToString(), (JsonNode?)r));
        foreach ((string name, JsonNode? found) in resources)
        {
            JsonObject resource = found!.AsObject();
            if ((string?)resource["type"] == Deployment)
            {
                foreach ((string Module, JsonObject Resource) inner in All(resource["properties"]!["template"]!.AsObject(), name))
                    yield return inner;
            }
            else
            {
                yield return (module, resource);
            }
        }
    }
}
