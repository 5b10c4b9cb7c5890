using FollowUp.Domain.Children;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Reiterations;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.NextCycle;

/// <summary>What a new cycle takes over from the one before: whatever its request leaves out, and whom mail must not reach.</summary>
internal sealed class Inheritance
{
    private const string At = "/previousCycle";

    private readonly PreviousCycle _previous;
    private readonly List<string> _taken = [];

    private Inheritance(PreviousCycle previous) => _previous = previous;

    private CycleSettings Before => _previous.Contents.Settings;

    /// <returns>The request with what it left out; the inheritance is null where it names no cycle, or none that there is.</returns>
    public static async Task<(CycleRequest Request, Inheritance? Inherited)> IntoAsync(
        CycleRequest request, Func<string, Task<PreviousCycle?>> find, Findings findings)
    {
        string? id = findings.OptionalLine(At, request.PreviousCycle, 300);
        if (id is null)
            return (request with { PreviousCycle = null }, null);
        if (id == request.Id?.Trim())
        {
            findings.Add(At, "A cycle can't follow itself: name the one before it, or give this one another id.");
            return (request, null);
        }

        if (!Slug.IsSlug(id) || await find(id) is not { } previous)
        {
            findings.Add(At, $"There is no cycle “{id}”: look at its id, or leave it out where this is the first one here.");
            return (request, null);
        }

        Inheritance inherited = new(previous);
        inherited.Warn(request, findings);
        return (inherited.Fill(request with { PreviousCycle = id }, findings), inherited);
    }

    /// <summary>What goes into the new cycle's tables beside its contents.</summary>
    public CarriedOver CarriedInto(CycleContents next, Findings findings)
    {
        Contact[] people = [.. People(next)];
        Dictionary<string, DateTimeOffset> optedOut = [];
        Dictionary<string, DateTimeOffset> addresses = People(_previous.Contents)
            .Where(c => _previous.OptedOut.ContainsKey(c.Who))
            .GroupBy(c => StoppedAddresses.Fingerprint(c.Email))
            .ToDictionary(g => g.Key, g => g.Min(c => _previous.OptedOut[c.Who]));
        // By address, not by id: somebody who is on the new list under another id is still the one who asked for no more mail.
        foreach (Contact contact in people)
        {
            if (addresses.TryGetValue(StoppedAddresses.Fingerprint(contact.Email), out DateTimeOffset since))
                optedOut[contact.Who] = since;
        }

        HashSet<string> reached = [.. people.Select(c => StoppedAddresses.Fingerprint(c.Email))];
        Dictionary<string, Stopped> stopped = _previous.Stopped.Where(s => reached.Contains(s.Key)).ToDictionary(s => s.Key, s => s.Value);
        if (optedOut.Count > 0)
            findings.Warn(At, $"{string.Join(", ", optedOut.Keys.Order(StringComparer.Ordinal))} asked for no more mail in {Before.Id} and get none here: where one of them asks for it again, decide lift-opt-out.");
        if (stopped.Count > 0)
            findings.Warn(At, $"{stopped.Count} address(es) took no mail in {Before.Id} and are not tried here: correct them with correct-address, as GET bounces lists them.");
        IReadOnlyList<OpenItem> open = OpenItems.Of(_previous.Contents, next.Recommendations, next.Settings.SourceLanguage);
        return new(Before.Id, _taken, _taken.Contains("stakeholders") ? next.Stakeholders.Count : 0, optedOut, stopped, open);
    }

    private static IEnumerable<Contact> People(CycleContents cycle) =>
        cycle.Stakeholders.Select(Contact.Of).Concat(cycle.Settings.Coordinators.Select(Contact.Of)).Concat(cycle.Settings.Translators.Select(Contact.Of));

    private void Warn(CycleRequest request, Findings findings)
    {
        if (_previous.Runs)
            findings.Warn(At, $"The cycle {Before.Id} has not ended: what it leaves open is taken as it is today.");
        if (request.Country is { } country && !Organisations.Same(country, Before.Country))
            findings.Warn(At, $"The cycle {Before.Id} is about {Before.Country}, this one about {country}: look whether it is the right one.");
        if (request.Symbol is { } symbol && SameWords.Key(symbol) == SameWords.Key(Before.Symbol))
            findings.Warn("/symbol", $"{symbol} is also the document of {Before.Id}: a new cycle follows new concluding observations.");
    }

    private CycleRequest Fill(CycleRequest request, Findings findings)
    {
        request = request with
        {
            Country = Or("country", request.Country, Before.Country),
            TimeZone = Or("timeZone", request.TimeZone, Before.TimeZone),
            SourceLanguage = Or("sourceLanguage", request.SourceLanguage, Before.SourceLanguage),
            Languages = Or("languages", request.Languages, Before.Languages),
            CoordinatorReminderEvery = Or("coordinatorReminderEvery", request.CoordinatorReminderEvery, Before.CoordinatorReminderEvery.ToString("c")),
            WorkshopGroups = request.WorkshopGroups ?? (Before.WorkshopGroups is { } groups ? Taken("workshopGroups", groups) : null),
        };
        Func<string, string> language = Spoken(request.Languages!, findings);
        request = request with
        {
            Coordinators = OrAll("coordinators", request.Coordinators, [.. Before.Coordinators.Where(c => c.Email.Length > 0).Select(c => new CoordinatorRequest(c.Name, c.Email, language(c.Language)))]),
            Stakeholders = OrAll("stakeholders", request.Stakeholders, [.. Reachable(request, findings).Select(s => StakeholderRequest.Of(s) with { Language = language(s.Language) })]),
        };
        return request with
        {
            Translators = Translators(request, language),
            Letters = Letters(request),
            Children = Children(request, language, findings),
            ProgressEvery = request.ProgressEvery ?? (request.ProgressUntil is not null && Before.ProgressEvery is { } every ? Taken("progressEvery", every.ToString("c")) : null),
            Retention = request.Retention ?? (Before.Retention is { } kept ? Taken("retention", RetentionRequest.Of(kept)) : null),
        };
    }

    // Somebody who was erased, or whose time of being kept is over, is nobody's contact; the organisation may have another.
    private IEnumerable<Stakeholder> Reachable(CycleRequest request, Findings findings)
    {
        string[] gone = [.. _previous.Contents.Stakeholders.Where(s => s.Email.Length == 0).Select(s => s.Id)];
        if (request.Stakeholders is null && gone.Length > 0)
            findings.Warn("/stakeholders", $"{string.Join(", ", gone)} have no contact in {Before.Id} any more and are not taken over: add each of them with a contact.");
        return _previous.Contents.Stakeholders.Where(s => s.Email.Length > 0);
    }

    // Whoever read mails in a language that the new cycle doesn't have reads its first.
    private static Func<string, string> Spoken(IReadOnlyList<string?> languages, Findings findings)
    {
        HashSet<string> told = [];
        return language =>
        {
            if (languages.Contains(language) || languages is not [{ } first, ..])
                return language;
            if (told.Add(language))
                findings.Warn("/languages", $"Some who are taken over read “{language}”, which this cycle doesn't have: they get “{first}”.");
            return first;
        };
    }

    private IReadOnlyList<TranslatorRequest?>? Translators(CycleRequest request, Func<string, string> language)
    {
        if (request.Translators is not null || request.Calendar?.Rounds?.GetValueOrDefault(RoundKinds.Translation.Id) is null)
            return request.Translators;
        TranslatorRequest[] able = [.. Before.Translators.Where(t => t.Into != request.SourceLanguage && t.Email.Length > 0).Select(t => new TranslatorRequest(t.Name, t.Email, language(t.Language), t.Into))];
        return able.Length == 0 ? null : Or<IReadOnlyList<TranslatorRequest?>>("translators", null, able);
    }

    private LettersRequest? Letters(CycleRequest request)
    {
        if (request.Letters is not null || Before.Letters is not { } letters)
            return request.Letters;
        HashSet<string?> ministries = [.. (request.Stakeholders ?? []).Select(s => s?.Id)];
        return Taken("letters", new LettersRequest(letters.Every.ToString("c"), [.. letters.InCharge.Where(ministries.Contains)]));
    }

    private ChildrenRequest? Children(CycleRequest request, Func<string, string> language, Findings findings)
    {
        if (request.Children is not null || Before.Children is not { Contact.Email.Length: > 0 } safety || request.Calendar?.Rounds?.GetValueOrDefault(ChildrensRounds.Consultation.Id) is null)
            return request.Children;
        findings.Warn("/children", $"The safeguarding contact, the address for complaints and the helpline are those of {Before.Id}: ask each of them whether they still hold before children are asked.");
        return Taken("children", new ChildrenRequest(
            new(safety.Contact.Name, safety.Contact.Email, language(safety.Contact.Language)),
            safety.Complaints,
            new(safety.Helpline.Name, safety.Helpline.Number),
            safety.MinimumGroup,
            safety.Youngest));
    }

    private IReadOnlyList<T?>? OrAll<T>(string name, IReadOnlyList<T?>? given, IReadOnlyList<T?> before)
        where T : class => given ?? (before.Count == 0 ? null : Taken(name, before));

    private T Or<T>(string name, T? given, T before)
        where T : class => given ?? Taken(name, before);

    private T Taken<T>(string name, T before)
    {
        _taken.Add(name);
        return before;
    }
}
