using FollowUp.Domain.Forms;
using FollowUp.Domain.Plans;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Http;
using FollowUpFunctions.Rounds;

namespace FollowUpFunctions.Progress.Evidence;

/// <summary>What a posted page does to the files of its step.</summary>
/// <param name="Given">The new file by question.</param>
/// <param name="Removed">Questions whose file was taken away.</param>
public sealed record FilesPosted(
    FormStep Step, IReadOnlyDictionary<string, FileReference> Given, IReadOnlyCollection<string> Removed, IReadOnlyList<FormError> Errors)
{
    /// <summary>The typed answers with the files as they are then; a file that nothing was said of stays.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Beside(IReadOnlyDictionary<string, IReadOnlyList<string>> typed, AnswerSheet there)
    {
        Question[] files = [.. Step.Page.Questions.Where(q => q.Kind == QuestionKind.File)];
        if (files.Length == 0)
            return typed;
        Dictionary<string, IReadOnlyList<string>> all = new(typed);
        foreach (Question question in files)
        {
            string? file = Given.TryGetValue(question.Id, out FileReference? given) ? given.ToString()
                : Removed.Contains(question.Id) ? null
                : there.Answer(question.Id, Step.Recommendation);
            if (file is not null)
                all[question.Id] = [file];
        }

        return all;
    }

    /// <summary>Sentences for files that were given on a page which can't be saved as it is: the page can't hold them.</summary>
    public IReadOnlyList<FormError> Again =>
        [.. Step.Page.Questions.Where(q => Given.ContainsKey(q.Id)).Select(q => new FormError(Step, q, FormProblem.FileAgain))];

    /// <summary>The same without its files, for a page that shows what is saved.</summary>
    public FilesPosted WithoutFiles => this with { Given = new Dictionary<string, FileReference>(), Removed = [] };
}

/// <summary>Takes files that come with a page; each is kept before the answer names it.</summary>
public sealed class FileAnswers(EvidenceStore store)
{
    public async Task<FilesPosted> TakeAsync(FormVisit visit, FormStep step, PostedForm posted, CancellationToken cancellation)
    {
        Dictionary<string, FileReference> given = [];
        HashSet<string> removed = [];
        List<FormError> errors = [];
        foreach (Question question in step.Page.Questions.Where(q => q.Kind == QuestionKind.File))
        {
            if (posted.Field(question.Id + FormInput.Remove) is not null)
                removed.Add(question.Id);
            if (posted.Files.GetValueOrDefault(question.Id) is not { } file)
                continue;
            EvidenceFound found = file.Bytes is null ? EvidenceFound.Refused(FormProblem.FileTooLarge) : EvidenceCheck.Of(file.Bytes);
            if (found.Problem is { } problem)
                errors.Add(new(step, question, problem, EvidenceFiles.Largest / 1_000_000));
            else
                given[question.Id] = await store.KeepAsync(visit.Invitation.Ref, found.Bytes, found.Extension, file.Name, cancellation);
        }

        // A file that was not taken leaves the one that is there, also where that was to go: nothing is lost by a mistake.
        return new(step, given, [.. removed.Where(id => errors.All(e => e.Question.Id != id))], errors);
    }
}
