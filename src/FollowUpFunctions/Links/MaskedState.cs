using System.Collections;

namespace FollowUpFunctions.Links;

/// <summary>What was logged, or the scope it was logged in, with its tokens blanked out: as a sentence and as named values.</summary>
internal sealed class MaskedState : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly string _message;
    private readonly KeyValuePair<string, object?>[] _values;

    private MaskedState(string message, KeyValuePair<string, object?>[] values)
    {
        _message = message;
        _values = values;
    }

    public int Count => _values.Length;

    public KeyValuePair<string, object?> this[int index] => _values[index];

    public static bool IsClean(object? state) => state switch
    {
        null => true,
        IEnumerable<KeyValuePair<string, object?>> values => values.All(v => !TokenMask.Finds(Text(v.Value))),
        _ => !TokenMask.Finds(state.ToString()),
    };

    public static MaskedState Of(object? state, string message) => new(
        TokenMask.Of(message),
        state is IEnumerable<KeyValuePair<string, object?>> values
            ? [.. values.Select(v => TokenMask.Finds(Text(v.Value)) ? new(v.Key, TokenMask.Of(Text(v.Value)!)) : v)]
            : []);

    public override string ToString() => _message;

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string? Text(object? value) => value switch
    {
        null or bool or int or long or double => null,
        string text => text,
        IEnumerable<object?> several => string.Join(' ', several),
        _ => value.ToString(),
    };
}

/// <summary>Stands for an exception whose text holds a token.</summary>
internal sealed class MaskedException(Exception masked) : Exception(TokenMask.Of(masked.Message))
{
    private readonly string _text = TokenMask.Of(masked.ToString());

    public override string ToString() => _text;
}
