using System.Text.Json;
using Microsoft.DurableTask;

namespace LocalHost.Durable;

/// <summary>
/// Inputs, outputs, events and custom status as JSON, as the isolated worker writes them by default: names as in C#, read without regard to
/// case, null as no document at all.
/// </summary>
public sealed class DurableJson : DataConverter
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    public static DurableJson Default { get; } = new();

    public override string? Serialize(object? value) =>
        value is null ? null : JsonSerializer.Serialize(value, value.GetType(), Options);

    public override object? Deserialize(string? data, Type targetType) =>
        data is null ? null : JsonSerializer.Deserialize(data, targetType, Options);
}
