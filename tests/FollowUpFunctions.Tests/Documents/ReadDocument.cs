using FollowUp.Domain.Documents;
using FollowUpFunctions.Cycles.Documents;
using FollowUpFunctions.Tests.Contracts;

namespace FollowUpFunctions.Tests.Documents;

/// <summary>Documents written for these tests, and what is read from them.</summary>
internal static class ReadDocument
{
    public static string[] Observations { get; } = File.ReadAllLines(Repository.PathOf("samples", "testland", "observations.txt"));

    public static string[] Layout(string name) => File.ReadAllLines(Repository.PathOf("tests", "FollowUpFunctions.Tests", "Documents", "Layouts", $"{name}.txt"));

    public static Register As(byte[] document)
    {
        (Register? register, FollowUpFunctions.Cycles.Intake.Problem? problem) = RegisterReader.Read(document, language: null, "/document");
        Assert.Null(problem);
        return register!;
    }

    /// <summary>The sentence that says why a document can't be read.</summary>
    public static string Refusal(byte[] document)
    {
        (Register? register, FollowUpFunctions.Cycles.Intake.Problem? problem) = RegisterReader.Read(document, language: null, "/document");
        Assert.Null(register);
        Assert.Equal("/document", problem!.Pointer);
        return problem.Message;
    }

    public static IEnumerable<string> Essence(Register register) => register.Paragraphs.Select(p =>
        $"{p.Number} | {p.Section} | {p.ClusterAsPrinted} | {p.Cluster} | {p.Heading} | {p.Text} | {p.IsRecommendation} {p.IsConcern} {p.Urgent} {p.ReiteratedFrom} | {string.Join(' ', p.SubItems.Select(i => i.Letter))}");
}
