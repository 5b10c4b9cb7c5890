using System.Net;
using AngleSharp.Html.Parser;

namespace LocalHost.Demo.People;

/// <summary>What a person's phone does: opens links, posts forms, follows redirects. No cookies, no scripts.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AutomaticDecompression = DecompressionMethods.All })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    private readonly HtmlParser parser = new();
    private int requests;

    /// <summary>How many pages were asked for.</summary>
    public int Requests => Volatile.Read(ref requests);

    /// <exception cref="HttpRequestException">The page isn't there.</exception>
    public async Task<FormPage> OpenAsync(Uri address, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await CountedAsync(http.GetAsync(address, cancellation));
        return await ReadAsync(response, cancellation);
    }

    /// <param name="file">A file for a field of the page; null for none.</param>
    public async Task<FormPage> PressAsync(
        FormPage page, string button, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellation, (string Field, string Name, byte[] Bytes)? file = null)
    {
        if (file is { } given)
        {
            using ByteArrayContent bytes = new(given.Bytes);
            using MultipartFormDataContent parts = new() { { bytes, given.Field, given.Name } };
            foreach ((string name, string value) in page.Hidden.Concat(fields).Append(new(FormPage.Button, button)))
                parts.Add(new StringContent(value), name);
            using HttpResponseMessage answer = await CountedAsync(http.PostAsync(page.Action, parts, cancellation));
            return await ReadAsync(answer, cancellation);
        }

        using FormUrlEncodedContent content = new([.. page.Hidden, .. fields, new(FormPage.Button, button)]);
        using HttpResponseMessage response = await CountedAsync(http.PostAsync(page.Action, content, cancellation));
        return await ReadAsync(response, cancellation);
    }

    public async Task<byte[]> DownloadAsync(Uri address, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await CountedAsync(http.GetAsync(address, cancellation));
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellation);
    }

    /// <summary>Sends a file back on a page with one field for it.</summary>
    public async Task<FormPage> UploadAsync(FormPage page, byte[] file, CancellationToken cancellation)
    {
        using ByteArrayContent sheet = new(file);
        using MultipartFormDataContent content = new() { { sheet, page.Fields[0].Name, "form.xlsx" } };
        foreach ((string name, string value) in page.Hidden.Append(new(FormPage.Button, page.Buttons[0])))
            content.Add(new StringContent(value), name);
        using HttpResponseMessage response = await CountedAsync(http.PostAsync(page.Action, content, cancellation));
        return await ReadAsync(response, cancellation);
    }

    /// <summary>Whether a link leads somewhere.</summary>
    public async Task<bool> WorksAsync(string address, CancellationToken cancellation)
    {
        try
        {
            using HttpResponseMessage response = await CountedAsync(http.GetAsync(new Uri(address), cancellation));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> CountedAsync(Task<HttpResponseMessage> request)
    {
        Interlocked.Increment(ref requests);
        return await request;
    }

    private async Task<FormPage> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        Uri address = response.RequestMessage!.RequestUri!;
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{address.AbsolutePath} answered {(int)response.StatusCode}.", null, response.StatusCode);
        string html = await response.Content.ReadAsStringAsync(cancellation);
        return FormPage.Read(address, await parser.ParseDocumentAsync(html, cancellation));
    }
}
