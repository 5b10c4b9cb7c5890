using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace LocalHost.Demo.People;

/// <summary>Something that a person remembers.</summary>
/// <param name="Act">Id of the act in which it happened.</param>
/// <param name="Step">The part of the form that was filled in, or null when the act was finished.</param>
/// <param name="Typed">What was typed into the step, by question; what was assigned, by recommendation; null where nothing was.</param>
/// <param name="Sent">What the receipt said, when the act ended with one.</param>
/// <param name="Opened">Links that were opened and worked.</param>
/// <param name="Failed">A sentence about what went wrong.</param>
internal sealed record Memory(
    string Act,
    string Place,
    string Who,
    DateTimeOffset At,
    string? Step = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Typed = null,
    Sent? Sent = null,
    IReadOnlyList<string>? Opened = null,
    string? Failed = null);

/// <summary>A form that was sent and received.</summary>
/// <param name="Sheet">All answers as they stood, by <c>question</c> or <c>question@recommendation</c>.</param>
/// <param name="Revision">From the reference on the receipt.</param>
internal sealed record Sent(string Reference, int Revision, bool Late, IReadOnlyDictionary<string, IReadOnlyList<string>> Sheet);

/// <summary>
/// What people remember, one line a memory, appended as it happens: it outlives a host that is killed. A line that was torn by that is as if
/// it had not happened, and the act is done again.
/// </summary>
internal sealed class Memories : IDisposable
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly Lock gate = new();
    private readonly StreamWriter file;
    private readonly List<Memory> all = [];
    private readonly HashSet<string> finished = [];
    private readonly Dictionary<string, Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>> typed = [];

    public Memories(string path)
    {
        if (File.Exists(path))
        {
            foreach (string line in File.ReadLines(path))
            {
                if (Read(line) is { } memory)
                    Keep(memory);
            }
        }

        // The end of a torn line must not swallow the next one.
        file = new(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
        file.Write('\n');
    }

    public IReadOnlyList<Memory> All
    {
        get
        {
            lock (gate)
                return [.. all];
        }
    }

    public bool IsFinished(string act)
    {
        lock (gate)
            return finished.Contains(act);
    }

    /// <summary>What was typed at a place so far, by step; the last counts.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Typed(string place)
    {
        lock (gate)
            return typed.TryGetValue(place, out var steps) ? new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>(steps) : [];
    }

    public void Add(Memory memory)
    {
        lock (gate)
        {
            file.Write(JsonSerializer.Serialize(memory, _json) + "\n");
            Keep(memory);
        }
    }

    public void Dispose() => file.Dispose();

    private void Keep(Memory memory)
    {
        all.Add(memory);
        if (memory.Step is null)
        {
            finished.Add(memory.Act);
            return;
        }

        if (!typed.TryGetValue(memory.Place, out var steps))
            typed[memory.Place] = steps = [];
        steps[memory.Step] = memory.Typed!;
    }

    private static Memory? Read(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize<Memory>(line, _json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
