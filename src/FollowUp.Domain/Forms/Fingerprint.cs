using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace FollowUp.Domain.Forms;

/// <summary>
/// Tells whether answers are still those that somebody saw: 96 bits of SHA-256 over keys and values, in the order of the keys. Nobody can read the
/// answers from it, but guess short ones: it stays where the answers may be read.
/// </summary>
public static class Fingerprint
{
    private const int Bytes = 12;

    /// <summary>Of one step's answers.</summary>
    public static string Of(FormStep step, AnswerSheet sheet) => Of(step.Page.Questions.Select(q => (q.Id, sheet.All(q.Id, step.Recommendation))));

    /// <summary>Of all that is answered about one recommendation.</summary>
    public static string Of(Form form, AnswerSheet sheet, string recommendation) =>
        Of(form.Pages.Where(p => p.PerRecommendation).SelectMany(p => p.Questions).Select(q => (q.Id, sheet.All(q.Id, recommendation))));

    /// <summary>Of a whole sheet; the version of the form counts.</summary>
    public static string Of(AnswerSheet sheet) =>
        Of(sheet.Answers.Select(a => (a.Key, a.Value)).Append(($"{sheet.Form}~{sheet.Version}", ["form"])));

    private static string Of(IEnumerable<(string Key, IReadOnlyList<string> Values)> answers)
    {
        StringBuilder text = new();
        foreach ((string key, IReadOnlyList<string> values) in answers.Where(a => a.Values.Count > 0).OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            text.Append(key).Append('\u001E');
            foreach (string value in values)
                text.Append(value).Append('\u001F');
        }

        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, Bytes));
    }
}
