using System.Text.Json.Nodes;
using FollowUp.Domain.Publication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace FollowUp.Pages.Site;

/// <summary>
/// JSON-LD for programs that read pages. A block of data is not a script: no policy stops it, nothing runs it. What people typed can't end it, since the
/// encoder writes <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> as escapes of JSON.
/// </summary>
public sealed class DataBlock : ComponentBase
{
    [Parameter]
    [EditorRequired]
    public JsonObject Data { get; set; } = null!;

    protected override void BuildRenderTree(RenderTreeBuilder builder) =>
        builder.AddMarkupContent(0, $"<script type=\"application/ld+json\">{Data.ToJsonString(PublicationJson.Options)}</script>");
}
