using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace FollowUp.Pages.Site;

/// <summary>A heading of a part that stands at another depth from page to page.</summary>
public sealed class Heading : ComponentBase
{
    /// <summary>From 1 to 6.</summary>
    [Parameter]
    [EditorRequired]
    public int Level { get; set; }

    [Parameter]
    [EditorRequired]
    public string Of { get; set; } = "";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, string.Create(CultureInfo.InvariantCulture, $"h{Level}"));
        builder.AddContent(1, Of);
        builder.CloseElement();
    }
}
