using FollowUp.Pages.Forms;

namespace FollowUpFunctions.Tests.Drivers;

/// <summary>Somebody who reads their mail, opens the link and fills in the form; knows nothing but what stands there.</summary>
public sealed class Person(Story story, string email)
{
    private const int MostPages = 200;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public string Email => email;

    public async Task<IReadOnlyList<Letter>> MailAsync() => [.. (await story.Mails.ReadAsync()).Where(l => l.To == email)];

    public async Task<Letter> NewestMailAsync() => (await MailAsync())[^1];

    /// <summary>Opens the link of the newest mail that has one.</summary>
    public async Task<WebPage> OpenAsync(string page = "") =>
        await GetAsync((await MailAsync()).Last(l => l.Links.Any(x => x.Contains("/r/", StringComparison.Ordinal))).Form + page);

    public async Task<WebPage> GetAsync(string address)
    {
        using HttpResponseMessage response = await story.App.Anybody.GetAsync(address, Cancellation);
        return await PageAsync(address, response);
    }

    /// <summary>Presses a button of a page whose fields were filled in; goes where the answer leads.</summary>
    public async Task<WebPage> PressAsync(WebPage page, string button, params (string Field, string Value)[] typed)
    {
        Dictionary<string, List<string>> fields = page.Fields;
        foreach (IGrouping<string, (string Field, string Value)> field in typed.GroupBy(t => t.Field))
            fields[field.Key] = [.. field.Select(f => f.Value)];
        using FormUrlEncodedContent content = new(
            fields.SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v))).Append(new(FormInput.ButtonField, button)));
        using HttpResponseMessage response = await story.App.Anybody.PostAsync(page.Action, content, Cancellation);
        return response.Headers.Location is { } next ? await GetAsync(next.OriginalString) : await PageAsync(page.Action!, response);
    }

    /// <summary>The same with a file, as a browser sends it.</summary>
    public Task<WebPage> UploadAsync(WebPage page, string field, string name, byte[] file, params (string Field, string Value)[] typed) =>
        UploadAsync(page, field, name, file, FormInput.Continue, typed);

    public async Task<WebPage> UploadAsync(WebPage page, string field, string name, byte[] file, string button, params (string Field, string Value)[] typed)
    {
        Dictionary<string, List<string>> fields = page.Fields;
        foreach (IGrouping<string, (string Field, string Value)> some in typed.GroupBy(t => t.Field))
            fields[some.Key] = [.. some.Select(f => f.Value)];
        using MultipartFormDataContent content = [];
        foreach ((string key, string value) in fields.Where(f => f.Key != field).SelectMany(f => f.Value.Select(v => (f.Key, v))))
            content.Add(new StringContent(value), key);
        content.Add(new StringContent(button), FormInput.ButtonField);
        using ByteArrayContent bytes = new(file);
        bytes.Headers.ContentType = new("application/octet-stream");
        content.Add(bytes, field, name);
        using HttpResponseMessage response = await story.App.Anybody.PostAsync(page.Action, content, Cancellation);
        return response.Headers.Location is { } next ? await GetAsync(next.OriginalString) : await PageAsync(page.Action!, response);
    }

    public Task<WebPage> ContinueAsync(WebPage page, params (string Field, string Value)[] typed) => PressAsync(page, FormInput.Continue, typed);

    /// <summary>Goes through the form from its first page and sends it: on each page types what is asked there. Gives the receipt.</summary>
    /// <param name="answers">By field, or by <c>field@recommendation</c> where only one recommendation is meant.</param>
    public async Task<WebPage> AnswerAsync(params (string Field, string Value)[] answers)
    {
        WebPage page = await FillInAsync(await OpenAsync(), answers);
        WebPage receipt = await PressAsync(page, FormInput.Send);
        Assert.True(receipt.IsReceipt, $"{email} could not send: {string.Join(' ', receipt.Errors)}");
        return receipt;
    }

    /// <summary>The check page, after all others were filled in.</summary>
    public async Task<WebPage> FillInAsync(WebPage page, params (string Field, string Value)[] answers)
    {
        for (int n = 0; !page.IsCheck && n < MostPages; n++)
        {
            WebPage next = await ContinueAsync(page, [.. Typed(page, answers)]);
            Assert.True(next.Errors.Count == 0, $"{email} met errors at {next.Address}: {string.Join(' ', next.Errors)}");
            Assert.NotEqual(page.Address.Split('?')[0], next.Address.Split('?')[0]);
            page = next;
        }

        return page;
    }

    private static IEnumerable<(string Field, string Value)> Typed(WebPage page, (string Field, string Value)[] answers)
    {
        string path = page.Action!.Split('?')[0];
        foreach ((string field, string value) in answers)
        {
            string[] parts = field.Split('@');
            if (page.Asks(parts[0]) && (parts.Length == 1 || path.EndsWith($"/{parts[1]}", StringComparison.Ordinal)))
                yield return (parts[0], value);
        }
    }

    private static async Task<WebPage> PageAsync(string address, HttpResponseMessage response) =>
        new(address, response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
}
