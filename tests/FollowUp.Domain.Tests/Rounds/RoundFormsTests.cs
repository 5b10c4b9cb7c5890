using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Rounds;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Rounds;

public sealed class RoundFormsTests
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    [Fact]
    public void Forms_are_as_they_were_approved()
    {
        string approved = Path.Combine(Repository.Root, "tests/FollowUp.Domain.Tests/Approved/forms.approved.json");
        string actual = JsonSerializer.Serialize(RoundForms.All.Select(f => new { f.Id, f.Version, f.Pages }), _json) + "\n";
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == actual)
            return;

        string received = Path.Combine(Repository.Root, "TestResults", "forms.received.json");
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, actual);
        Assert.Fail($"The forms are not those in {approved}. A form that was used must stay: add a new version beside it. If that is what changed, copy {received} there.");
    }

    [Fact]
    public void A_version_of_a_form_is_there_once() =>
        Assert.Equal(RoundForms.All.Count, RoundForms.All.Select(f => (f.Id, f.Version)).Distinct().Count());

    [Fact]
    public void A_version_that_is_gone_says_that_forms_must_stay() =>
        Assert.Contains("must stay", Assert.Throws<InvalidOperationException>(() => RoundForms.Find("consultation", 99)).Message, StringComparison.Ordinal);

    [Fact]
    public void Conditions_name_a_question_of_the_same_page() =>
        Assert.All(
            RoundForms.All.SelectMany(f => f.Pages),
            page => Assert.All(page.Questions.Where(q => q.RequiredWhen is not null), q => Assert.Contains(page.Questions, other => other.Id == q.RequiredWhen!.Question)));

    [Fact]
    public void Questions_with_options_and_no_others_have_options() =>
        Assert.All(
            RoundForms.All.SelectMany(f => f.Pages).SelectMany(p => p.Questions),
            q => Assert.Equal(q.Kind == QuestionKind.Choice, q.Options is { Count: > 1 } or { Count: 1 }));

    [Fact]
    public void Each_round_has_the_form_of_its_name() => Assert.All(
        RoundKinds.All, kind => Assert.Equal(kind == RoundKinds.Due ? RoundKinds.Progress.Id : kind.Id, kind.Form.Id));
}
