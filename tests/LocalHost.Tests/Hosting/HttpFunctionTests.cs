using System.Net;
using System.Text;
using LocalHost.Hosting;

namespace LocalHost.Tests.Hosting;

public sealed class HttpFunctionTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly TemporaryFolder folder = new();
    private RunningHost? host;
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        host = await FunctionsHostApp.StartAsync(
            SampleHost.Options(azurite, folder.Path, typeof(SampleFunctions)) with { MaxRequestBodySize = 1000 }, Cancellation);
        http = host.Client();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host!.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task Without_a_route_and_methods_a_function_answers_all_at_its_name(string method)
    {
        using HttpResponseMessage answer = await http.SendAsync(new(new(method), "hello"), Cancellation);

        Assert.Equal($"hello by {method}", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("books/6f9619ff-8b86-d011-b42d-00c04fc964ff/7", "6f9619ff-8b86-d011-b42d-00c04fc964ff page 7")]
    [InlineData("books/6f9619ff-8b86-d011-b42d-00c04fc964ff", "6f9619ff-8b86-d011-b42d-00c04fc964ff page 0")]
    [InlineData("files/a/b%20c.txt", "file a/b c.txt")]
    [InlineData("files", "file none")]
    [InlineData("later", "{\"text\":\"later\"}")]
    [InlineData("client", "\"EngineClient\"")]
    public async Task Parameters_are_filled_by_name_and_results_written(string path, string expected) =>
        Assert.Equal(expected, await http.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation));

    [Fact]
    public async Task The_same_route_answers_another_method_by_another_function()
    {
        using HttpResponseMessage answer = await http.PutAsync(new Uri("books/seven", UriKind.Relative), null, Cancellation);

        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("{\"text\":\"seven\"}", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Of_two_routes_that_fit_the_one_whose_function_comes_first_by_name_answers_as_on_the_real_host() =>
        Assert.Equal("any new", await http.GetStringAsync(new Uri("shelves/new", UriKind.Relative), Cancellation));

    [Fact]
    public async Task A_function_without_a_result_answers_204()
    {
        using HttpResponseMessage answer = await http.PostAsync(new Uri("quiet", UriKind.Relative), null, Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "nowhere", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "now", HttpStatusCode.NotFound)]
    [InlineData("HEAD", "now", HttpStatusCode.NotFound)]
    [InlineData("HEAD", "files/x", HttpStatusCode.OK)]
    [InlineData("GET", "books/6f9619ff-8b86-d011-b42d-00c04fc964ff/seven", HttpStatusCode.NotFound)]
    [InlineData("GET", "books/not-a-guid", HttpStatusCode.InternalServerError)]
    public async Task What_no_function_answers_is_not_found_and_what_one_can_not_read_fails(string method, string path, HttpStatusCode expected)
    {
        using HttpResponseMessage answer = await http.SendAsync(new(new(method), path), Cancellation);

        Assert.Equal(expected, answer.StatusCode);
        Assert.False(answer.Content.Headers.Contains("Allow"));
    }

    [Theory]
    [InlineData("keyed", null, HttpStatusCode.Unauthorized)]
    [InlineData("keyed", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("keyed", "the-default-key", HttpStatusCode.OK)]
    [InlineData("keyed", "the-master-key", HttpStatusCode.OK)]
    [InlineData("admins", null, HttpStatusCode.Unauthorized)]
    [InlineData("admins", "the-default-key", HttpStatusCode.Unauthorized)]
    [InlineData("admins", "the-master-key", HttpStatusCode.OK)]
    [InlineData("hello", "wrong", HttpStatusCode.OK)]
    public async Task A_key_opens_what_its_level_allows(string path, string? key, HttpStatusCode expected)
    {
        using HttpRequestMessage byHeader = new(HttpMethod.Get, path);
        if (key is not null)
            byHeader.Headers.Add("x-functions-key", key);
        using HttpResponseMessage answer = await http.SendAsync(byHeader, Cancellation);
        using HttpResponseMessage byQuery = await http.GetAsync(new Uri($"{path}?code={key}", UriKind.Relative), Cancellation);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected, byQuery.StatusCode);
        if (expected == HttpStatusCode.Unauthorized)
            Assert.Equal("", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_function_that_throws_answers_500_and_tells_nothing()
    {
        using HttpResponseMessage answer = await http.GetAsync(new Uri("broken", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        using StringContent large = new(new string('x', 1001), Encoding.UTF8);

        using HttpResponseMessage answer = await http.PostAsync(new Uri("quiet", UriKind.Relative), large, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public void It_listens_on_this_machine_only() => Assert.True(host!.BaseAddress.IsLoopback);
}
