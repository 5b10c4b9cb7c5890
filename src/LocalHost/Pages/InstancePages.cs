using System.Text.Encodings.Web;
using System.Text.Json;
using LocalHost.Durable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Pages;

/// <summary>/_local/instances: where each orchestration stands and how it came there.</summary>
internal sealed class InstancePages(DurableEngine engine)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // the page encodes it
    };

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/_local/instances", ListAsync);
        pages.MapGet("/_local/instances/instance", ShowAsync);
    }

    private async Task<IResult> ListAsync(string? status, string? prefix, string? after)
    {
        OrchestrationRuntimeStatus? wanted = Enum.TryParse(status, ignoreCase: true, out OrchestrationRuntimeStatus parsed) ? parsed : null;
        OrchestrationQuery query = new(
            Statuses: wanted is { } one ? [one] : null,
            InstanceIdPrefix: string.IsNullOrEmpty(prefix) ? null : prefix,
            PageSize: LocalPage.PageSize,
            ContinuationToken: string.IsNullOrEmpty(after) ? null : after);
        Page<OrchestrationMetadata>? page = null;
        await foreach (Page<OrchestrationMetadata> first in engine.Client.GetAllInstancesAsync(query).AsPages())
        {
            page = first;
            break;
        }

        string? next = page?.ContinuationToken is { } token
            ? $"/_local/instances?status={wanted}&prefix={Uri.EscapeDataString(prefix ?? "")}&after={Uri.EscapeDataString(token)}"
            : null;
        return LocalPage.Show("Instances", Html.Of(
            $"""
            <form>
            <label>Id begins with <input name="prefix" value="{prefix}"></label>
            <label>Status <select name="status"><option value="">any</option>{Enum.GetValues<OrchestrationRuntimeStatus>().Select(s => Option(s, wanted))}</select></label>
            <button>Show</button>
            </form>
            {(page is { Values.Count: > 0 } ? Html.Of($"""<ol class="rows">{page.Values.Select(Row)}</ol>""") : Html.Of($"<p>None.</p>"))}
            {LocalPage.Next(next)}
            """));
    }

    private static Html Option(OrchestrationRuntimeStatus status, OrchestrationRuntimeStatus? wanted) =>
        Html.Of($"<option{(status == wanted ? new Html(" selected") : Html.Empty)}>{status}</option>");

    private static Html Row(OrchestrationMetadata instance) => Html.Of(
        $"""
        <li><a href="/_local/instances/instance?id={Uri.EscapeDataString(instance.InstanceId)}">{instance.InstanceId}</a>
        <br><small>{instance.Name} · {instance.RuntimeStatus} · {LocalPage.Time(instance.LastUpdatedAt)}</small></li>
        """);

    private async Task<IResult> ShowAsync(string id, int? page, CancellationToken cancellation)
    {
        if (await engine.Client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellation) is not { } instance)
            return LocalPage.NotFound($"There is no instance {id}.");

        IReadOnlyList<HistoryEvent> history = await engine.GetHistoryAsync(id, cancellation);
        int from = (Math.Max(page ?? 1, 1) - 1) * LocalPage.PageSize;
        Html[] rows = [.. history.Select((e, i) => (Event: e, Number: i + 1)).Skip(from).Take(LocalPage.PageSize).Select(e => Row(e.Event, e.Number))];
        string? next = history.Count > from + LocalPage.PageSize
            ? $"/_local/instances/instance?id={Uri.EscapeDataString(id)}&page={from / LocalPage.PageSize + 2}"
            : null;
        return LocalPage.Show(id, Html.Of(
            $"""
            <dl>
            <dt>Orchestrator</dt><dd>{instance.Name}</dd>
            <dt>Status</dt><dd>{instance.RuntimeStatus}</dd>
            <dt>Created</dt><dd>{LocalPage.Time(instance.CreatedAt)}</dd>
            <dt>Last updated</dt><dd>{LocalPage.Time(instance.LastUpdatedAt)}</dd>
            {Document("Input", instance.SerializedInput)}
            {Document("Output", instance.SerializedOutput)}
            {Document("Custom status", instance.SerializedCustomStatus)}
            {Document("Failure", instance.FailureDetails is { } failure ? $"{failure.ErrorType}: {failure.ErrorMessage}\n{failure.StackTrace}" : null)}
            </dl>
            <h2>History</h2>
            <div class="scroll" tabindex="0" role="region" aria-label="History"><table>
            <thead><tr><th scope="col">No.</th><th scope="col">When</th><th scope="col">What</th><th scope="col">Details</th></tr></thead>
            <tbody>{rows}</tbody>
            </table></div>
            {LocalPage.Next(next)}
            """));
    }

    private static Html Row(HistoryEvent happened, int number) => Html.Of(
        $"<tr><td>{number}</td><td>{LocalPage.Time(happened.At)}</td><td>{happened.GetType().Name}</td><td>{Details(happened)}</td></tr>");

    private static Html Details(HistoryEvent happened)
    {
        IEnumerable<Html> details = JsonSerializer.SerializeToElement<object>(happened, Readable).EnumerateObject()
            .Where(p => p.Name is not nameof(HistoryEvent.At) && p.Value.ValueKind is not JsonValueKind.Null)
            .Select(p => Html.Of($"{p.Name}: {(p.Value.ValueKind is JsonValueKind.String ? p.Value.GetString() : p.Value.GetRawText())}<br>"));
        return Html.Join(details);
    }

    private static Html Document(string name, string? json) =>
        json is null ? Html.Empty : Html.Of($"<dt>{name}</dt><dd><pre>{Indented(json)}</pre></dd>");

    private static string Indented(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return JsonSerializer.Serialize(document.RootElement, Readable);
        }
        catch (JsonException)
        {
            return json;
        }
    }
}
