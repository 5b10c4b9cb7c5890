using System.Text.Encodings.Web;
using System.Text.Unicode;
using FollowUp.Pages.Mail;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FollowUp.Pages;

/// <summary>Makes whole HTML documents. Safe for use by many requests at a time.</summary>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    public Task<string> RenderAsync(PageModel model) => RenderAsync(model.Component, model);

    internal async Task<string> RenderAsync(Type component, object model)
    {
        // A renderer keeps every component it ever rendered, so each document gets its own.
        await using HtmlRenderer renderer = new(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            ParameterView parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model });
            return (await renderer.RenderComponentAsync(component, parameters)).ToHtmlString();
        });
    }
}

public static class PageEncoding
{
    /// <summary>For text and attributes. The default encoder writes a Khmer letter as eight bytes instead of three.</summary>
    public static HtmlEncoder Html { get; } = HtmlEncoder.Create(UnicodeRanges.All);
}

public static class PagesServices
{
    /// <summary>Registers <see cref="PageRenderer"/> and <see cref="MailRenderer"/>.</summary>
    public static IServiceCollection AddFollowUpPages(this IServiceCollection services)
    {
        services.AddSingleton(PageEncoding.Html);
        services.AddLogging();
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<MailRenderer>();
        return services;
    }
}
