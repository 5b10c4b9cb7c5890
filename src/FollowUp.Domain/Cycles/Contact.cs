namespace FollowUp.Domain.Cycles;

/// <summary>Where a mail goes: a stakeholder's, a coordinator's or a translator's address.</summary>
/// <param name="Category">Null for coordinators and translators.</param>
public sealed record Contact(string Who, string Name, string Organisation, string Email, string Language, StakeholderCategory? Category)
{
    public const string CoordinatorPrefix = "coordinator-";

    public const string TranslatorPrefix = "translator-";

    public static string TranslatorId(int index) => $"{TranslatorPrefix}{index + 1}";

    public static string CoordinatorId(int index) => $"{CoordinatorPrefix}{index + 1}";

    /// <summary>Who reads what children disclose; is asked nothing, and has no invitation.</summary>
    public const string Safeguarding = "safeguarding-contact";

    public static Contact Of(Stakeholder s) => new(s.Id, s.Contact, s.Organisation, s.Email, s.Language, s.Category);

    public static Contact Of(Coordinator c, int index) => new(CoordinatorId(index), c.Name, "", c.Email, c.Language, null);

    public static Contact Of(Translator t, int index) => new(TranslatorId(index), t.Name, "", t.Email, t.Language, null);
}
