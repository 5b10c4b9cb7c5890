namespace FollowUp.Domain.Forms;

public enum QuestionKind
{
    ShortText,
    LongText,

    /// <summary>One of <see cref="Question.Options"/>.</summary>
    Choice,

    /// <summary>An ISO 8601 date; asked as day, month and year (fields <c>id-day</c>, <c>id-month</c>, <c>id-year</c>).</summary>
    Date,

    /// <summary>A whole number from 0 to 100,000.</summary>
    Number,

    /// <summary>An organisation's name, with the cycle's organisations as suggestions.</summary>
    Organisation,

    /// <summary>Up to <see cref="FormCheck.MostOrganisations"/> organisations' names, each with the same suggestions.</summary>
    Organisations,

    /// <summary>An http or https address.</summary>
    Link,

    /// <summary>The recommendation's text in the language that the person translates into; shown beside the text of the document.</summary>
    Translation,

    /// <summary>Any number of the recommendations that the person was asked about; chooses what the repeated pages repeat over.</summary>
    RecommendationChoice,

    /// <summary>
    /// A place from 1 for any of the recommendations that the person was asked about; the same place for several is a tie (see <see cref="Ranked"/>).
    /// Asked in a field for each, <c>id~recommendation</c>.
    /// </summary>
    Ranking,

    /// <summary>A file of one of <see cref="Plans.EvidenceFiles.ContentTypes"/>; the answer is a <see cref="FileReference"/>.</summary>
    File,
}

/// <summary>
/// One question. Its texts stand under <c>form.{form}.{question}.label</c> and <c>.hint</c>, those of its options under
/// <c>form.{form}.{question}.{option}</c>.
/// </summary>
/// <param name="Private">The answer is for the coalition's eyes: it enters no plan, report or export.</param>
/// <param name="MaxLength">In UTF-16 units; more is refused with a sentence, never cut.</param>
/// <param name="RequiredWhen">Required only where another question on the same page has a certain answer.</param>
/// <param name="Default">The option that holds where nothing was chosen; alone it is no answer.</param>
public sealed record Question(
    string Id,
    QuestionKind Kind,
    bool Required = false,
    bool Private = false,
    int MaxLength = 200,
    IReadOnlyList<string>? Options = null,
    Condition? RequiredWhen = null,
    string? Default = null);

/// <param name="Answer">The answer that makes the other question required, or the page shown; null for any.</param>
public sealed record Condition(string Question, string? Answer);

/// <summary>One page of a form; its title stands under <c>form.{form}.page.{page}</c>.</summary>
/// <param name="PerRecommendation">Shown once for each recommendation that is asked about or was chosen; several such pages in a row follow each other for each.</param>
/// <param name="ShownWhen">Shown only where a question of an earlier page that is shown itself has a certain answer; on repeated pages for the same recommendation.</param>
public sealed record FormPage(string Id, IReadOnlyList<Question> Questions, bool PerRecommendation = false, Condition? ShownWhen = null);

/// <summary>
/// A form as it is declared: immutable once a round with it is open. A changed form gets a new version, the old one stays.
/// </summary>
public sealed record Form(string Id, int Version, IReadOnlyList<FormPage> Pages)
{
    public FormPage? Page(string id) => Pages.FirstOrDefault(p => p.Id == id);

    public bool IsRepeated => Pages.Any(p => p.PerRecommendation);

    public Question? RecommendationsQuestion =>
        Pages.Where(p => !p.PerRecommendation).SelectMany(p => p.Questions).FirstOrDefault(q => q.Kind == QuestionKind.RecommendationChoice);
}
