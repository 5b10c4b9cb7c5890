using System.Globalization;
using FollowUpFunctions.Tests.Contracts;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Desk;

/// <summary>The first step of beginning a cycle at the desk, with the files of samples/testland where no others are given.</summary>
internal static class BeginFiles
{
    public static readonly DateTimeOffset Now = SampleCycle.Starts.AddHours(1);

    /// <summary>Gives the files and goes where that leads: to what was read, or back to the form.</summary>
    /// <param name="previous">A cycle that this one follows: its contacts are taken over.</param>
    public static async Task<WebPage> GiveAsync(
        DeskForms desk, (string Name, byte[] Bytes)? document = null, (string Name, byte[] Bytes)? contacts = null, string title = "Follow-up in Testland", string? previous = null)
    {
        Dictionary<string, (string, byte[])> files = new() { ["document"] = document ?? ("observations.docx", await SampleAsync("observations.docx")) };
        if (previous is null)
            files["contacts"] = contacts ?? ("contacts.csv", await SampleAsync("contacts.csv"));
        Dictionary<string, string[]> typed = new()
        {
            ["/title"] = [title],
            ["/calendar/workshop/place"] = ["Testville"],
            ["workshop-day"] = [Now.AddDays(70).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        };
        if (previous is null)
        {
            typed["/country"] = ["Testland"];
            typed["/timeZone"] = ["Africa/Nairobi"];
            typed["/languages"] = ["en", "fr"];
        }

        return await desk.SendAsync(await desk.OpenAsync(previous is null ? "desk/begin" : $"desk/begin?previous={previous}"), "/desk/begin", typed, files);
    }

    private static Task<byte[]> SampleAsync(string name) =>
        File.ReadAllBytesAsync(Path.Combine(Repository.Root, "samples", "testland", name), TestContext.Current.CancellationToken);
}
