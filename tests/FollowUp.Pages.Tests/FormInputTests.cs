using FollowUp.Domain.Forms;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Forms;

namespace FollowUp.Pages.Tests;

public sealed class FormInputTests
{
    private static readonly FormStep Commitment = new(RoundForms.Commitments.Pages[0], "9-a");

    [Theory]
    [InlineData("27", "3", "2030", "2030-03-27")]
    [InlineData(" 07 ", "12", "2030", "2030-12-07")]
    [InlineData("២៧", "៣", "២០៣០", "2030-03-27")]
    [InlineData("٢٧", "٣", "٢٠٣٠", "2030-03-27")]
    public void Three_fields_make_a_date(string day, string month, string year, string date)
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> answers = Read(("by-day", day), ("by-month", month), ("by-year", year));

        Assert.Equal(date, Assert.Single(answers["by"]));
        Assert.Empty(FormCheck.Step(Commitment, Sheet(answers), ["9-a"]));
    }

    [Theory]
    [InlineData("45", "13", "2030")]
    [InlineData("31", "02", "2030")]
    [InlineData("", "", "2030")]
    [InlineData("1-2", "03", "2030")]
    [InlineData("soon", "", "")]
    [InlineData("27", "03", "30")]
    public void An_impossible_date_is_refused_and_shown_as_it_was_typed(string day, string month, string year)
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> answers = Read(("by-day", day), ("by-month", month), ("by-year", year));

        Assert.Equal(FormProblem.NotADate, Assert.Single(FormCheck.Step(Commitment, Sheet(answers), ["9-a"])).Problem);
        Assert.Equal((day.Replace('-', '‐'), month, year), FormInput.Parts(answers["by"][0]));
    }

    [Fact]
    public void A_date_that_was_left_out_is_no_answer() =>
        Assert.Empty(Read(("by-day", ""), ("by-month", " "), ("by-year", ""), ("action", "  ")));

    [Fact]
    public void Only_the_questions_of_the_step_are_read() =>
        Assert.Equal(["action"], Read(("action", "Train teachers"), ("_button", "continue"), ("remarks", "x")).Keys);

    [Fact]
    public void Khmer_digits_are_a_number()
    {
        FormStep step = new(RoundForms.WorkshopInvitation.Pages[0], null);

        Assert.Equal("12", FormInput.Read(step, Posted(("people", "១២")))["people"][0]);
    }

    private static AnswerSheet Sheet(IReadOnlyDictionary<string, IReadOnlyList<string>> answers) =>
        AnswerSheet.Blank(RoundForms.Commitments, "en").With(Commitment.Page, "9-a", answers);

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(params (string Field, string Value)[] fields) =>
        FormInput.Read(Commitment, Posted(fields));

    private static Dictionary<string, IReadOnlyList<string>> Posted(params (string Field, string Value)[] fields) =>
        fields.ToDictionary(f => f.Field, f => (IReadOnlyList<string>)[f.Value]);
}
