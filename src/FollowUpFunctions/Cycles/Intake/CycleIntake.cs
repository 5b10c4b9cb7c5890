using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUpFunctions.NextCycle;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Cycles.Intake;

/// <summary>A new cycle as it was asked for: either its contents, or all that must be mended first.</summary>
/// <param name="Id">The id that was asked for, also where the rest can't be taken.</param>
public sealed record CycleIntake(CycleContents? Contents, IReadOnlyList<Problem> Problems, IReadOnlyList<Warning> Warnings, string? Id)
{
    /// <summary>What the cycle before leaves to this one; null where it follows none.</summary>
    public CarriedOver? Carried { get; init; }

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>Reads the body of <c>POST /cycles</c> (see <see cref="CycleRequest"/>).</summary>
    /// <param name="now">Nothing may open before it.</param>
    /// <param name="files">What is sent beside it.</param>
    /// <param name="previous">Finds the cycle that this one follows; null for one that is not there.</param>
    public static async Task<CycleIntake> Read(
        Stream json, DateTimeOffset now, CancellationToken cancellation, CycleFiles? files = null, Func<string, Task<PreviousCycle?>>? previous = null)
    {
        JsonDocument document;
        try
        {
            document = await JsonDocument.ParseAsync(json, default, cancellation);
        }
        catch (JsonException e)
        {
            return new(null, [NotJson(e)], [], null);
        }

        using (document)
        {
            Findings findings = new();
            CycleRequest? request = new JsonShape(_json, findings).Fit(document.RootElement, typeof(CycleRequest), "") is { } fitting
                ? fitting.Deserialize<CycleRequest>(_json)
                : null;
            if (request is null)
            {
                findings.Missing("", "The body is null: send a cycle as a JSON object.");
                return new(null, findings.Problems, [], null);
            }

            (request, Func<Problem, Problem> inFiles) = (files ?? new()).Into(request, findings);
            (request, Inheritance? inherited) = await Inheritance.IntoAsync(request, previous ?? (_ => Task.FromResult<PreviousCycle?>(null)), findings);
            CycleContents contents = Check(request, now, findings);
            bool sound = findings.Problems.Count == 0;
            CarriedOver? carried = sound ? inherited?.CarriedInto(contents, findings) : null;
            return new(sound ? contents : null, [.. findings.Problems.Select(inFiles)], findings.Warnings, contents.Settings.Id) { Carried = carried };
        }
    }

    private static CycleContents Check(CycleRequest request, DateTimeOffset now, Findings findings)
    {
        CycleSettings settings = new SettingsIntake(findings).Read(request, now);
        IReadOnlyList<Recommendation> recommendations = new RecommendationIntake(findings, settings).Read(request.Recommendations);
        IReadOnlyList<Stakeholder> stakeholders = new StakeholderIntake(findings, settings.Languages).Read(request.Stakeholders);
        settings = settings with { Letters = new LetterIntake(findings, stakeholders, "/letters").Read(request.Letters) };
        return new(settings, recommendations, stakeholders, [], []);
    }

    // Line and position count from 0 in the exception, from 1 in every editor.
    private static Problem NotJson(JsonException e) => new("", string.Create(
        CultureInfo.InvariantCulture,
        $"The body is not JSON: mend line {e.LineNumber + 1}, position {e.BytePositionInLine + 1}, or check that it was sent whole."));
}
