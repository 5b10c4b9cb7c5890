using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Domain.Forms;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Rounds;

/// <summary>The body of <c>POST /cycles/{id}/rounds/{round}/answers</c>.</summary>
/// <param name="Who">Stakeholder id.</param>
/// <param name="How">One of <see cref="Recorded.Ways"/>.</param>
/// <param name="Answers">By question, or <c>question@recommendation</c>: a text, or a list of texts.</param>
/// <param name="Note">Why, and from what.</param>
/// <param name="Replace">These answers go over those that were sent before.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RecordingRequest(string? Who, string? How, IReadOnlyDictionary<string, JsonElement>? Answers, string? Note, bool? Replace)
{
    private const int LongestNote = 2_000;

    /// <summary>The answers as texts without white space around them; what is neither a text nor a list of texts becomes a problem.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Texts(Findings findings)
    {
        Dictionary<string, IReadOnlyList<string>> texts = [];
        foreach ((string key, JsonElement answer) in Answers ?? new Dictionary<string, JsonElement>())
        {
            JsonElement[] given = answer.ValueKind == JsonValueKind.Array ? [.. answer.EnumerateArray()] : [answer];
            if (given.Any(g => g.ValueKind != JsonValueKind.String))
            {
                findings.Add(Findings.Pointer("/answers", key), "An answer is a text in quotation marks, or a list of them; leave out what was not answered.");
                continue;
            }

            string[] values = [.. given.Select(g => g.GetString()!.Trim().ReplaceLineEndings("\n")).Where(v => v.Length > 0)];
            if (values.Length > 0)
                texts[key] = values;
        }

        return texts;
    }

    internal void Check(Findings findings)
    {
        if (How is null || !Recorded.Ways.Contains(How))
            findings.Add("/how", $"Say how the answers came: one of {string.Join(", ", Recorded.Ways)}.");
        if (string.IsNullOrWhiteSpace(Note))
            findings.Add("/note", "Say in a sentence where the answers come from, such as “Form handed in at the meeting of 3 March”.");
        if (Note?.Length > LongestNote)
            findings.Add("/note", $"A note has at most {LongestNote:N0} characters.");
        if (Answers is null or { Count: 0 })
            findings.Add("/answers", "Give at least one answer, by its question: {\"action@66-a\": \"Train teachers\"}.");
    }
}

/// <summary>Answers as they were recorded.</summary>
/// <param name="Reference">What the person's receipt says.</param>
/// <param name="Late">The round had closed: kept, not counted.</param>
public sealed record AnswersRecorded(string Round, string Who, string Invitation, int Revision, string Reference, DateTimeOffset SubmittedAt, bool Late, Recorded Recorded);
