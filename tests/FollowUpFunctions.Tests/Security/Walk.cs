using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Tests.Security;

/// <summary>A request that a walk over all routes makes.</summary>
/// <param name="WithKey">Whether it carries the function key.</param>
public sealed record Step(string Method, string Path, string Body, string? ContentType, bool WithKey)
{
    public HttpRequestMessage Request() => new(new(Method), Path)
    {
        Content = ContentType is null ? null : new StringContent(Body, Encoding.UTF8, ContentType),
    };

    public override string ToString() => $"{Method} {Path} {ContentType} {(WithKey ? "with a key" : "")}";
}

/// <summary>Every route that a function declares, by every method, with input that is good, bad and missing.</summary>
public static partial class Walk
{
    private static readonly (string Body, string? Type)[] bodies =
    [
        ("", null), ("", "application/json"), ("{", "application/json"), ("{\"decision\":\"nothing\"}", "application/json"),
        ("_button=send&_button=continue&_key=x&_back=https://evil.example", "application/x-www-form-urlencoded"), ("--x", "multipart/form-data"),
    ];

    /// <param name="good">Values of route parameters that name something.</param>
    public static IEnumerable<Step> Steps(IReadOnlyDictionary<string, string> good) =>
        from type in typeof(FollowUpApp).Assembly.GetTypes()
        from method in type.GetMethods()
        from trigger in method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()
        from verb in trigger.Methods!.Append("put")
        from path in new[] { Filled(trigger.Route!, n => good.GetValueOrDefault(n, "nothing")), Filled(trigger.Route!, _ => "no-such") }.Distinct()
        from body in verb is "post" ? bodies : [bodies[0]]
        from key in trigger.AuthLevel == AuthorizationLevel.Function ? new[] { true, false } : [false]
        select new Step(verb.ToUpperInvariant(), path, body.Body, body.Type, key);

    private static string Filled(string route, Func<string, string> value) => Parameter.Replace(route, m => Uri.EscapeDataString(value(m.Groups[1].Value)));

    [GeneratedRegex(@"\{(\w+)\??\}")]
    private static partial Regex Parameter { get; }
}
