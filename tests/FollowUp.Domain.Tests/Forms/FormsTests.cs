using FollowUp.Domain.Forms;
using FollowUp.Domain.Rounds;

namespace FollowUp.Domain.Tests.Forms;

public sealed class FormsTests
{
    private static readonly string[] _asked = ["66-a", "66-b", "9"];
    private static readonly FormPage _choose = RoundForms.Consultation.Page("choose")!;
    private static readonly FormPage _proposal = RoundForms.Consultation.Page("proposal")!;

    [Fact]
    public void Repeated_pages_repeat_over_what_was_chosen_in_the_order_asked()
    {
        AnswerSheet sheet = Blank.With(_choose, null, Values(("recommendations", ["9", "66-a"])));

        Assert.Equal(["choose", "proposal/66-a", "proposal/9", "remarks"], FormSteps.Of(RoundForms.Consultation, sheet, _asked).Select(s => s.Path));
    }

    [Fact]
    public void Where_there_is_nothing_to_choose_pages_repeat_over_all_that_is_asked() =>
        Assert.Equal(
            ["commitment/66-a", "commitment/66-b", "commitment/9", "remarks"],
            FormSteps.Of(RoundForms.Commitments, AnswerSheet.Blank(RoundForms.Commitments, "km"), _asked).Select(s => s.Path));

    [Fact]
    public void Whoever_has_another_commitment_gets_a_page_for_it_before_the_next_recommendation()
    {
        AnswerSheet sheet = Committed(("another@66-a", "yes"), ("another-2@66-a", "yes"));

        Assert.Equal(
            ["commitment/66-a", "second/66-a", "third/66-a", "commitment/66-b", "commitment/9", "remarks"],
            FormSteps.Of(RoundForms.Commitments, sheet, _asked).Select(s => s.Path));
    }

    [Fact]
    public void Taking_back_the_second_commitment_takes_the_third_page_away_too()
    {
        AnswerSheet sheet = Committed(("another@9", "no"), ("another-2@9", "yes"));

        Assert.Equal(["commitment/9", "remarks"], FormSteps.Of(RoundForms.Commitments, sheet, ["9"]).Select(s => s.Path));
    }

    [Fact]
    public void A_page_that_is_not_shown_is_not_checked() =>
        Assert.Empty(FormCheck.Sheet(RoundForms.Commitments, Committed(("action-2@9", "Without an organisation"), ("remarks", "Soon.")), ["9"]));

    [Theory]
    [InlineData("recommendations", "9", FormProblem.Nothing)]
    [InlineData("quote@9", "no", FormProblem.Nothing)]
    [InlineData("quote@9", "yes", null)]
    [InlineData("funding@9", "The ministry", null)]
    [InlineData("remarks", "Ask us later.", null)]
    public void One_answer_is_enough_and_none_is_not(string key, string value, string? problem)
    {
        AnswerSheet sheet = Blank with { Answers = new Dictionary<string, IReadOnlyList<string>> { ["recommendations"] = ["9"], [key] = [value] } };

        Assert.Equal(problem, FormCheck.Sheet(RoundForms.Consultation, sheet, _asked).SingleOrDefault()?.Problem);
    }

    [Fact]
    public void What_was_written_on_paper_tells_what_was_chosen()
    {
        AnswerSheet commitment = Filling.Completed(RoundForms.Commitments, Committed(("action-3@9", "Third")), ["9"]);
        AnswerSheet proposal = Filling.Completed(
            RoundForms.Consultation, Blank with { Answers = new Dictionary<string, IReadOnlyList<string>> { ["lead@9"] = ["We"], ["quote@66-a"] = ["no"] } }, _asked);

        Assert.Equal("yes", commitment.Answer("another-2", "9"));
        Assert.Equal("Third", commitment.Answer("action-3", "9"));
        Assert.Equal(["9"], proposal.All("recommendations"));
        Assert.Equal(["quote@66-a"], Filling.Hidden(RoundForms.Consultation, proposal, _asked));
    }

    [Fact]
    public void A_fingerprint_tells_answers_apart_and_not_their_order()
    {
        AnswerSheet one = Blank with { Answers = new Dictionary<string, IReadOnlyList<string>> { ["action@9"] = ["a"], ["lead@9"] = ["b"] } };
        AnswerSheet turned = Blank with { Answers = new Dictionary<string, IReadOnlyList<string>> { ["lead@9"] = ["b"], ["action@9"] = ["a"] } };
        AnswerSheet other = Blank with { Answers = new Dictionary<string, IReadOnlyList<string>> { ["lead@9"] = ["ba"] } };

        Assert.Equal(Fingerprint.Of(one), Fingerprint.Of(turned));
        Assert.NotEqual(Fingerprint.Of(one), Fingerprint.Of(other));
        Assert.Equal(Fingerprint.Of(RoundForms.Consultation, one, "66-a"), Fingerprint.Of(RoundForms.Consultation, other, "66-a"));
    }

    [Fact]
    public void Before_anything_is_chosen_only_the_choice_and_the_end_are_there() =>
        Assert.Equal(["choose", "remarks"], FormSteps.Of(RoundForms.Consultation, Blank, _asked).Select(s => s.Path));

    [Fact]
    public void Answers_to_a_repeated_page_keep_apart()
    {
        AnswerSheet sheet = Blank
            .With(_proposal, "66-a", Values(("action", ["One"])))
            .With(_proposal, "66-b", Values(("action", ["Two"])));

        Assert.Equal(("One", "Two", null), (sheet.Answer("action", "66-a"), sheet.Answer("action", "66-b"), sheet.Answer("action", "9")));
    }

    [Fact]
    public void A_question_left_empty_loses_its_answer()
    {
        AnswerSheet sheet = Blank
            .With(_proposal, "9", Values(("action", ["One"]), ("lead", ["Rights Now"])))
            .With(_proposal, "9", Values(("action", ["Two"]), ("lead", ["  "])));

        Assert.Equal("Two", sheet.Answer("action", "9"));
        Assert.DoesNotContain("lead@9", sheet.Answers.Keys);
    }

    [Fact]
    public void What_a_page_does_not_ask_is_not_taken() =>
        Assert.Empty(Blank.With(_choose, null, Values(("action", ["Smuggled"]))).Answers);

    [Fact]
    public void Khmer_keeps_its_characters_and_lines_end_in_one_way()
    {
        AnswerSheet sheet = Blank.With(_proposal, "9", Values(("action", [" បណ្តុះបណ្តាល\u200Bគ្រូ\r\nនៅតាមខេត្ត\rទាំងអស់ "])));

        Assert.Equal("បណ្តុះបណ្តាល\u200Bគ្រូ\nនៅតាមខេត្ត\nទាំងអស់", sheet.Answer("action", "9"));
        Assert.Empty(FormCheck.Step(new(_proposal, "9"), sheet, _asked));
    }

    [Fact]
    public void A_sheet_is_checked_step_by_step()
    {
        AnswerSheet sheet = Blank.With(_choose, null, Values(("recommendations", ["66-b"])));

        FormError error = Assert.Single(FormCheck.Sheet(EarlierForms.Consultation, sheet, _asked));

        Assert.Equal(("proposal/66-b", "action", FormProblem.Missing), (error.Step.Path, error.Question.Id, error.Problem));
    }

    [Fact]
    public void A_text_that_is_too_long_tells_its_limit_and_one_of_just_that_length_is_taken()
    {
        Assert.Equal((FormProblem.TooLong, 10), Check(new("q", QuestionKind.ShortText, MaxLength: 10), new string('ក', 11)));
        Assert.Null(Check(new("q", QuestionKind.ShortText, MaxLength: 10), new string('ក', 10)).Problem);
    }

    [Theory]
    [InlineData(QuestionKind.Choice, "yes", null)]
    [InlineData(QuestionKind.Choice, "perhaps", FormProblem.NotAnOption)]
    [InlineData(QuestionKind.RecommendationChoice, "9", null)]
    [InlineData(QuestionKind.RecommendationChoice, "99", FormProblem.NotAnOption)]
    [InlineData(QuestionKind.Date, "2030-02-28", null)]
    [InlineData(QuestionKind.Date, "2030-02-30", FormProblem.NotADate)]
    [InlineData(QuestionKind.Date, "28/02/2030", FormProblem.NotADate)]
    [InlineData(QuestionKind.Number, "0", null)]
    [InlineData(QuestionKind.Number, "100000", null)]
    [InlineData(QuestionKind.Number, "100001", FormProblem.NotANumber)]
    [InlineData(QuestionKind.Number, "-1", FormProblem.NotANumber)]
    [InlineData(QuestionKind.Number, "២", FormProblem.NotANumber)]
    [InlineData(QuestionKind.Link, "https://example.org/ឯកសារ", null)]
    [InlineData(QuestionKind.Link, "javascript:alert(1)", FormProblem.NotALink)]
    [InlineData(QuestionKind.Link, "example.org", FormProblem.NotALink)]
    [InlineData(QuestionKind.Organisation, "Rights Now", null)]
    public void Each_kind_of_question_takes_what_it_asks_for(QuestionKind kind, string value, string? problem) =>
        Assert.Equal(problem, Check(new("q", kind, Options: ["yes", "no"]), value).Problem);

    [Fact]
    public void A_link_that_is_too_long_is_too_long() =>
        Assert.Equal((FormProblem.TooLong, 30), Check(new("q", QuestionKind.Link, MaxLength: 30), "https://example.org/" + new string('a', 30)));

    [Fact]
    public void Two_answers_to_a_question_with_one_are_refused() =>
        Assert.Equal(FormProblem.NotAnOption, Check(new("q", QuestionKind.Choice, Options: ["yes", "no"]), "yes", "no").Problem);

    [Fact]
    public void Up_to_five_organisations_can_be_named_and_not_one_more()
    {
        Question question = new("q", QuestionKind.Organisations, MaxLength: 30);

        Assert.Null(Check(question, "A", "B", "C", "D", "E").Problem);
        Assert.Equal((FormProblem.TooMany, 5), Check(question, "A", "B", "C", "D", "E", "F"));
        Assert.Equal((FormProblem.TooLong, 30), Check(question, "A", new string('b', 31)));
    }

    [Theory]
    [InlineData(null, "9=1", "66-a=2", "66-b=2")]
    [InlineData(null, "66-a=3")]
    [InlineData(FormProblem.NotAPlace, "9=4")]
    [InlineData(FormProblem.NotAPlace, "9=0")]
    [InlineData(FormProblem.NotAPlace, "9=-1")]
    [InlineData(FormProblem.NotAPlace, "9=first")]
    [InlineData(FormProblem.TwoPlaces, "9=1", "9=2")]
    [InlineData(FormProblem.NotToRank, "9=1", "70=2")]
    public void Places_are_given_to_what_was_asked_about_one_to_each_and_ties_are_taken(string? problem, params string[] places) =>
        Assert.Equal(problem, Check(new("q", QuestionKind.Ranking, Required: true), places).Problem);

    [Theory]
    [InlineData("yes", FormProblem.Missing)]
    [InlineData("no", null)]
    [InlineData(null, null)]
    public void A_question_may_be_required_only_after_a_certain_answer(string? attending, string? problem)
    {
        FormPage page = RoundForms.WorkshopInvitation.Page("attendance")!;
        AnswerSheet sheet = AnswerSheet.Blank(RoundForms.WorkshopInvitation, "en")
            .With(page, null, attending is null ? Values() : Values(("attending", [attending])));

        Assert.Equal(problem, FormCheck.Step(new(page, null), sheet, []).FirstOrDefault(e => e.Question.Id == "people")?.Problem);
    }

    [Fact]
    public void A_question_may_be_required_after_any_answer_on_the_same_page_only()
    {
        FormPage page = RoundForms.Commitments.Page("commitment")!;
        AnswerSheet sheet = AnswerSheet.Blank(RoundForms.Commitments, "en").With(page, "9", Values(("action", ["Lobby"])));

        Assert.Equal("organisation", Assert.Single(FormCheck.Step(new(page, "9"), sheet, _asked)).Question.Id);
        Assert.Empty(FormCheck.Step(new(page, "66-a"), sheet, _asked));
    }

    [Fact]
    public void These_tests_know_every_problem() =>
        Assert.Equal(["missing", "too-long", "not-an-option", "not-a-date", "not-a-number", "not-a-link", "too-many", "not-a-place", "two-places", "not-to-rank",
            "not-a-file", "file-empty", "file-too-large", "file-unknown", "file-damaged", "file-locked", "file-active", "file-again", "nothing"], FormProblem.All);

    [Fact]
    public void A_file_is_answered_by_a_reference_to_one_that_is_kept()
    {
        Question question = new("q", QuestionKind.File);

        Assert.Null(Check(question, $"{new string('0', 64)}.pdf 12 report.pdf").Problem);
        Assert.Equal(FormProblem.NotAFile, Check(question, "report.pdf").Problem);
    }

    private static AnswerSheet Committed(params (string Key, string Value)[] answers) => AnswerSheet.Blank(RoundForms.Commitments, "en") with
    {
        Answers = answers.ToDictionary(a => a.Key, a => (IReadOnlyList<string>)[a.Value]),
    };

    private static AnswerSheet Blank => AnswerSheet.Blank(RoundForms.Consultation, "km");

    private static (string? Problem, int? Limit) Check(Question question, params string[] values)
    {
        FormPage page = new("page", [question]);
        AnswerSheet sheet = new AnswerSheet("form", 1, "en", new Dictionary<string, IReadOnlyList<string>>()).With(page, null, Values(("q", values)));
        FormError? error = FormCheck.Step(new(page, null), sheet, _asked).SingleOrDefault();
        return (error?.Problem, error?.Limit);
    }

    private static Dictionary<string, IReadOnlyList<string>> Values(params (string Question, string[] Given)[] values) =>
        values.ToDictionary(v => v.Question, v => (IReadOnlyList<string>)v.Given);
}
