namespace LocalHost.Demo;

/// <summary>The sample cycle.</summary>
public static class DemoCommand
{
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        await Console.Error.WriteLineAsync("The demo is not there yet. Start without 'demo' to serve your own cycle.");
        return 1;
    }
}
