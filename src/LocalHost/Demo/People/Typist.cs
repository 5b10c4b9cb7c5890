using System.Globalization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using LocalHost.Demo.Sample;

namespace LocalHost.Demo.People;

/// <summary>
/// Decides what a person writes into the questions of a page, from their names and kinds. The same person at the same place always writes the
/// same: what was typed before a crash is typed again.
/// </summary>
/// <param name="mood">Other answers for another mood: a person who changes its mind.</param>
internal sealed class Typist(SampleCycle sample, Cast cast, Dice dice, Person person, string round, string place, string mood = "")
{
    private static readonly StakeholderCategory[] _state = [StakeholderCategory.Ministry];
    private static readonly StakeholderCategory[] _watching = [StakeholderCategory.NationalNgo, StakeholderCategory.InternationalNgo, StakeholderCategory.ChildrenAndYouth];

    private readonly RoundKind kind = RoundKinds.Find(round)!;

    /// <returns>The answers by question; nothing for a question that is left out.</returns>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Answers(FormPage page)
    {
        string step = page.Step!;
        string? recommendation = step.Contains('/', StringComparison.Ordinal) ? step[(step.IndexOf('/', StringComparison.Ordinal) + 1)..] : null;
        Dictionary<string, IReadOnlyList<string>> answers = [];
        foreach (FormField field in page.Fields)
        {
            IReadOnlyList<string> answer = Answer(field, recommendation);
            if (answer.Count > 0)
                answers[field.Name] = answer;
        }

        foreach (IGrouping<string, string> ranking in page.Fields.Select(f => f.Name).Where(name => name.Contains('~', StringComparison.Ordinal)).GroupBy(name => name.Split('~')[0]))
        {
            foreach ((string field, string place) in Order(ranking.Key, [.. ranking]))
                answers[field] = [place];
        }

        return answers;
    }

    /// <summary>
    /// What the person writes about some recommendations where there are no pages to go through: in a spreadsheet, or on paper. By
    /// <c>question@recommendation</c>; options by their ids.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Proposals()
    {
        string[] about = [.. sample.Contents.Recommendations.OrderBy(r => Roll("chooses", r.Key)).Take(1 + (int)(Roll("how many") * 3)).Select(r => r.Key)];
        return about
            .SelectMany(key => RoundForms.Consultation.Page("proposal")!.Questions.Select(q => (
                Key: $"{q.Id}@{key}",
                Answer: Answer(new(q.Id, q.Options is null ? FieldKind.Line : FieldKind.OneOf, q.Options ?? []), key))))
            .Where(a => a.Answer.Count > 0)
            .ToDictionary(a => a.Key, a => a.Answer);
    }

    /// <summary>A picture that some give as evidence, or null.</summary>
    public (string Field, string Name, byte[] Bytes)? File(FormPage page) =>
        page.Fields.FirstOrDefault(f => f.Kind == FieldKind.File) is { } field && Says(0.07, field.Name, page.Step!) ? (field.Name, "photograph.png", Photograph.Bytes) : null;

    /// <summary>As a browser posts them; dates in their three fields.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Keystrokes(FormPage page, IReadOnlyDictionary<string, IReadOnlyList<string>> answers)
    {
        foreach (FormField field in page.Fields)
        {
            if (!answers.TryGetValue(field.Name, out IReadOnlyList<string>? values))
                continue;
            if (field.Kind == FieldKind.Date)
            {
                DateOnly date = DateOnly.ParseExact(values[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
                yield return new($"{field.Name}-day", date.Day.ToString(CultureInfo.InvariantCulture));
                yield return new($"{field.Name}-month", date.Month.ToString(CultureInfo.InvariantCulture));
                yield return new($"{field.Name}-year", date.Year.ToString(CultureInfo.InvariantCulture));
                continue;
            }

            foreach (string value in values)
                yield return new(field.Name, value);
        }
    }

    private IReadOnlyList<string> Answer(FormField field, string? recommendation) => field.Name switch
    {
        "voted" => [Says(0.6, "voted") ? "yes" : "no"],
        "another" or "another-2" or "another-3" or "another-4" => [Says(0.3, field.Name) ? "yes" : "no"],
        "people" or "people-2" or "people-3" or "people-4" or "people-5" when kind == RoundKinds.ShowOfHands => [Digits(1 + (int)(Roll(field.Name) * 6))],
        "text" when Translation(recommendation!) is { } translated => [translated.Text],
        "status" when kind == RoundKinds.Translation => Translation(recommendation!) is { } translated ? [translated.Status] : [],
        "attending" => [IsComing ? "yes" : "no"],
        "people" => IsComing ? [Digits(1 + (int)(Roll("people") * 3))] : [],
        "names" => IsComing ? [cast.Stakeholders.First(s => s.Id == person.Who).Contact] : [],
        "needs" => IsComing && Says(0.4, "needs") ? [Phrase("needs", null)] : [],
        "cluster" => IsComing ? [Cluster(field)] : [],
        "recommendations" => Recommendations(field),
        _ when kind == RoundKinds.Commitments && recommendation is not null => Promises(recommendation) ? Promise(field.Name, recommendation) : [],
        "reply" when kind == RoundKinds.CoSigning => [Declines(recommendation!) ? "decline" : "confirm"],
        "action" => [Action(recommendation!)],
        "strategy" when kind == RoundKinds.MonitoringPlan => Watches(recommendation!) ? [Phrase("monitoring", recommendation)] : [],
        "organisation" => Watches(recommendation!) ? [Watcher(recommendation!)] : [],
        "deadline" => Watches(recommendation!) && Says(0.85, "dated", recommendation!) ? [Later(recommendation!)] : [],
        "lead" => Says(0.85, "lead", recommendation!) ? [Leader(recommendation!, "lead")] : [],
        "reply" when kind == RoundKinds.Letters => Says(0.5, "reply", recommendation!) ? [Says(0.1, "declines", recommendation!) ? "decline" : "accept"] : [],
        "instead" when kind == RoundKinds.Letters => [],
        "status" when kind == RoundKinds.Letters => Says(0.4, "status", recommendation!) ? [Status(recommendation!)] : [],
        "reply" => [Declines(recommendation!) ? "decline" : "accept"],
        "instead" => Declines(recommendation!) && Says(0.9, "instead", recommendation!) ? [Instead(recommendation!)] : [],
        "status" => [Status(recommendation!)],
        "evidence" => Says(0.4, "evidence", recommendation!) ? [$"https://www.example.org/child-rights/{recommendation}/{round}"] : [],
        "hindrance" => Says(0.45, "hindrance", recommendation!) ? [Phrase("hindrance", recommendation)] : [],
        "verdict" => [field.Options[0]],
        "remarks" when kind.IsReview => [Phrase("approval", null)],
        "remarks" => Says(0.3, "remarks") ? [Phrase("remarks", null)] : [],
        "time-frame" => Says(0.8, field.Name, recommendation!) ? [dice.Pick(field.Options, "time-frame", Action(recommendation!))] : [],
        "law-stage" => Says(0.4, field.Name, recommendation!) ? [LawStage(field, recommendation!)] : [],
        "quote" => [Says(0.3, field.Name, recommendation!) ? "yes" : "no"],
        "strategy" or "indicator" or "resources" or "funding" when kind == RoundKinds.Consultation => Says(0.55, field.Name, recommendation!) ? [Detail(field.Name, recommendation!)] : [],
        "strategy" or "indicator" or "resources" => Says(0.55, field.Name, recommendation!) ? [Phrase(field.Name, recommendation)] : [],
        _ when field.Kind == FieldKind.OneOf => Says(0.7, field.Name, recommendation ?? "") ? [dice.Pick(field.Options, place, mood, field.Name, recommendation ?? "")] : [],
        _ => [],
    };

    // Some rank all, some only what comes first to their mind; some can't decide between two.
    private IEnumerable<(string Field, string Place)> Order(string question, IReadOnlyList<string> fields)
    {
        int few = Says(0.4, question, "ranks all") ? fields.Count : Math.Min(fields.Count, 1 + (int)(Roll(question, "how many") * 4));
        int place = 0;
        foreach ((int n, string field) in fields.OrderBy(f => Roll(f)).Take(few).Index())
        {
            if (place == 0 || !Says(0.15, field, "tied"))
                place = n + 1;
            yield return (field, Digits(place));
        }
    }

    // A text that is there already has been read by now.
    private Translated? Translation(string recommendation) =>
        person.Into is not { } into ? null
        : sample.Translations.Of(into, recommendation)
            ?? (sample.Contents.Recommendations.First(r => r.Key == recommendation).Texts.GetValueOrDefault(into) is { } there ? new(there.Text, "checked") : null);

    private bool IsOfState => person.Category is StakeholderCategory.Ministry or StakeholderCategory.ProvincialDepartment;

    private bool IsComing => Says(0.87, "attending");

    private bool Promises(string recommendation) => Says(0.75, "promises", recommendation);

    // The second and third commitment are asked under names with their number, such as action-2.
    private IReadOnlyList<string> Promise(string field, string recommendation)
    {
        string ordinal = char.IsDigit(field[^1]) ? field[^2..] : "";
        return field[..^ordinal.Length] switch
        {
            "action" => [dice.Pick(Phrases.Actions(cast.Cluster(recommendation), person.Language), place, mood, field, recommendation)],
            "organisation" => [Whose(recommendation, ordinal)],
            "by" => Says(0.8, "dated", ordinal, recommendation) ? [Later(recommendation)] : [],
            "co-signers" => Says(0.3, field, recommendation) ? [CoSigner(recommendation, field)] : [],
            "another" => [Says(0.15, field, recommendation) ? "yes" : "no"],
            _ => [],
        };
    }

    private bool Watches(string recommendation) => Says(0.85, "watches", recommendation);

    private bool Declines(string recommendation) => Says(0.14, "declines", recommendation);

    private string Action(string recommendation) =>
        dice.Pick(Phrases.Actions(cast.Cluster(recommendation), person.Language), place, mood, "action", recommendation);

    // Who proposes the same action means the same by it, in the main.
    private string Detail(string topic, string recommendation) =>
        dice.Pick(Phrases.About(topic, person.Language), "detail", topic, Action(recommendation));

    // A State's duty is for a ministry to lead on; some name an office that is on nobody's list.
    private string Leader(string recommendation, string question) =>
        Says(0.04, question, "unlisted", recommendation) ? "Municipal social affairs office"
        : IsOfState && Says(0.2, question, "own", recommendation) ? person.Organisation
        : dice.Pick(cast.Concerned(recommendation, _state), place, mood, question, recommendation);

    private string Whose(string recommendation, string ordinal) =>
        Says(IsOfState ? 0.5 : 0.2, "whose", ordinal, recommendation)
            ? person.Organisation
            : dice.Pick(cast.Concerned(recommendation, _state), place, mood, "organisation", ordinal, recommendation);

    private string CoSigner(string recommendation, string question) =>
        Says(0.1, question, "unlisted", recommendation)
            ? "Association of village teachers"
            : dice.Pick(cast.Concerned(recommendation, _watching), place, mood, question, recommendation);

    private string Watcher(string recommendation) =>
        Says(0.5, "whose", recommendation) ? person.Organisation : dice.Pick(cast.Concerned(recommendation, _watching), place, mood, "organisation", recommendation);

    private string Instead(string asked)
    {
        string recommendation = FollowUp.Domain.Plans.CommitmentKey.Recommendation(asked);
        string[] others = [.. cast.Concerned(recommendation, _state).Where(o => o != person.Organisation)];
        return others.Length > 0
            ? dice.Pick(others, place, mood, "instead", recommendation)
            : dice.Pick([.. cast.Stakeholders.Select(s => s.Organisation).Where(o => o != person.Organisation)], place, mood, "instead", recommendation);
    }

    private IReadOnlyList<string> Recommendations(FormField field)
    {
        // Those that concern people most come first on the page, and people choose from what they see first.
        string[] seen = [.. field.Options.Take(Math.Max(6, field.Options.Count * 2 / 3))];
        int count = Math.Min(seen.Length, 1 + (int)(Roll("how many") * 4));
        return [.. seen.OrderBy(r => Roll("chooses", r)).Take(count).OrderBy(r => Array.IndexOf(seen, r))];
    }

    private string Cluster(FormField field)
    {
        string[] own = [.. field.Options.Where(o => cast.Stakeholders.First(s => s.Id == person.Who).Clusters.Contains(int.Parse(o, CultureInfo.InvariantCulture)))];
        string[] used = [.. field.Options.Where(o => sample.Contents.Recommendations.Any(r => r.Cluster == int.Parse(o, CultureInfo.InvariantCulture)))];
        return dice.Pick(own.Length > 0 ? own : used, place, mood, "cluster");
    }

    // Things move on from round to round, for most; one office sees them move on from where it saw them last.
    private string Status(string recommendation)
    {
        double view = dice.Roll(person.Who, "status", recommendation);
        double along = view + (0.13 * RoundsPassed);
        return view is > 0.5 and < 0.54 ? "contrary" : along < 0.4 ? "not-started" : along < 1 ? "under-way" : view > 0.9 ? "done-without-effect" : "done";
    }

    private string LawStage(FormField field, string recommendation) =>
        field.Options[Math.Min(field.Options.Count - 1, (int)(dice.Roll(person.Who, "law", recommendation) * 3) + (RoundsPassed / 2))];

    private int RoundsPassed => FollowUp.Domain.Progress.DueRounds.Day(round) is null && int.TryParse(round[(round.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture, out int n) ? n - 1 : 0;

    // Reckoned from the calendar and not from today: a day more or less in the mail must not change what is promised.
    private string Later(string recommendation)
    {
        DateTimeOffset from = sample.Contents.Settings.Calendar.Rounds[round].Opens;
        DateOnly month = new(from.Year, from.Month, 1);
        return month.AddMonths(4 + (int)(Roll("when", recommendation) * 20)).AddMonths(1).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    // Khmer digits are digits too.
    private string Digits(int number)
    {
        string digits = number.ToString(CultureInfo.InvariantCulture);
        return person.Language == "km" ? string.Concat(digits.Select(d => (char)('០' + (d - '0')))) : digits;
    }

    private string Phrase(string topic, string? recommendation) => dice.Pick(Phrases.About(topic, person.Language), place, mood, topic, recommendation ?? "");

    private bool Says(double share, params ReadOnlySpan<string> question) => Roll(question) < share;

    private double Roll(params ReadOnlySpan<string> question) => dice.Roll([place, mood, .. question]);
}
