using Microsoft.AspNetCore.Components;

namespace FollowUp.Pages.Layout;

/// <summary>What every page component has.</summary>
public abstract class Page<TModel> : ComponentBase
    where TModel : class
{
    [Parameter]
    [EditorRequired]
    public TModel Model { get; set; } = null!;

    protected abstract string Language { get; }

    protected Wording Text => Wording.For(Language);
}
