using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUp.Pages;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Decide;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Decisions;

namespace FollowUpFunctions.Desk.Decide;

/// <summary>Makes the form of a decision: from how things are, or from what was typed and what is wrong with it.</summary>
public sealed class DecisionPages(DecisionChoices choices, DecisionStart start)
{
    // More make a list that nobody finds anything in: whoever has so many knows the id from the list of people.
    private const int MostOptions = 1_000;

    /// <param name="input">What the query, or the form, says.</param>
    /// <param name="problems">What is wrong with it; null where it is shown for the first time.</param>
    public async Task<DecideModel> PageAsync(
        DeskFrame frame, string back, DecisionInput input, DecisionView view, string id, IReadOnlyList<Problem>? problems, CancellationToken cancellation)
    {
        DecisionForm form = input.Form;
        Wording text = Wording.For(frame.Language);
        string? first = form.First is { } f ? input.Value(f.Name) : null;
        DecideField? chosen = form.First is null ? null : await FieldAsync(form.First, input, view, null, text, cancellation);
        bool choosing = chosen is not null && (first is null || (chosen.Options.Count > 0 && chosen.Options.All(o => o.Value != first)));
        DecideModel page = new(frame, form.Kind, id, back, []) { First = chosen, IsChoosing = choosing };
        if (choosing)
            return problems is null ? page : page with { First = chosen! with { Error = new(text["decide.missing"]) } };

        IReadOnlyDictionary<string, IReadOnlyList<string>> now = await start.OfAsync(form.Kind, first, view, cancellation);
        Dictionary<string, DecideError> errors = problems is null ? [] : Errors(input, view, problems, text);
        List<DecideField> fields = [];
        foreach (FormField field in form.Fields)
        {
            DecideField made = await FieldAsync(field, input, view, first, text, cancellation);
            fields.AddRange(Each(made, view).Select(one => one with
            {
                Values = problems is not null || input.Values(one.Name).Count > 0 ? input.Values(one.Name) : now.GetValueOrDefault(one.Name) ?? [],
                Was = !field.Stays ? null
                    : problems is not null ? input.Value(DecideField.WasPrefix + one.Name) ?? ""
                    : now.GetValueOrDefault(one.Name) is [{ } before, ..] ? before : "",
                Error = errors.GetValueOrDefault(one.Name),
            }));
        }

        return page with
        {
            Fields = fields,
            Recommendation = input.Value("recommendation") ?? DecisionStart.ItemOf(view, first)?.Recommendation,
            About = await start.AboutAsync(form.Kind, first, view, cancellation),
            Mails = Mails(form.Kind, first ?? input.Value("meeting"), view),
        };
    }

    private async Task<DecideField> FieldAsync(
        FormField field, DecisionInput input, DecisionView view, string? first, Wording text, CancellationToken cancellation)
    {
        IReadOnlyList<DecideOption> options = await choices.OfAsync(field.Of, view, first, text, cancellation);
        DecideField made = new(field.Name, field.Kind, field.Required) { Options = options, Values = input.Values(field.Name) };
        return options.Count <= MostOptions ? made
            : made with { Kind = field.Kind == DecideFieldKind.Several ? DecideFieldKind.Text : DecideFieldKind.Line, Options = [] };
    }

    private static IEnumerable<DecideField> Each(DecideField field, DecisionView view) => field.Kind == DecideFieldKind.Languages
        ? view.Settings.Languages.Select(l => field with { Name = $"{field.Name}.{l}", Language = l, Required = false })
        : [field];

    // A pointer that leads to no field of the form, or to the whole, leads to the first one.
    private static Dictionary<string, DecideError> Errors(DecisionInput input, DecisionView view, IReadOnlyList<Problem> problems, Wording text)
    {
        HashSet<string> names =
        [
            .. input.Form.Fields.SelectMany(f =>
                f.Kind == DecideFieldKind.Languages ? view.Settings.Languages.Select(l => $"{f.Name}.{l}") : [f.Name]),
        ];
        Dictionary<string, DecideError> errors = input.Missing(view).ToDictionary(name => name, _ => new DecideError(text["decide.missing"]));
        foreach (Problem problem in problems)
        {
            string[] path = problem.Pointer.Split('/');
            string head = path.ElementAtOrDefault(1) ?? "";
            string name = head == "texts" ? $"texts.{path.ElementAtOrDefault(2) ?? view.Settings.Languages[0]}" : head;
            errors.TryAdd(names.Contains(name) ? name : input.Form.Fields[0].Name, Sentence(problem, head, text));
        }

        return errors;
    }

    // What people meet often is said in their language; the rest in that of the API.
    private static DecideError Sentence(Problem problem, string head, Wording text) =>
        text.Find($"decide.error.{(head.Length == 0 ? "nothing" : System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(head))}") is { } known
            ? new(known)
            : InEnglish(problem.Message, text);

    internal static DecideError InEnglish(string sentence, Wording text) => new(sentence, text.Language == "en" ? null : "en");

    // Who was invited to a meeting is told when it changes; with the whole cycle those of the meetings that are still to come.
    private static int? Mails(string kind, string? meeting, DecisionView view) => kind switch
    {
        "move-meeting" or "cancel-meeting" when meeting is not null => Invited(view, meeting),
        "cancel-cycle" => Meetings.All.Where(m => Meetings.Find(view.Settings, m) is { Cancelled: false } there && there.Starts > view.Now).Sum(m => Invited(view, m)),
        _ => null,
    };

    private static int Invited(DecisionView view, string meeting) => view.Round(Meetings.InvitationTo(meeting))?.Invited ?? 0;
}
