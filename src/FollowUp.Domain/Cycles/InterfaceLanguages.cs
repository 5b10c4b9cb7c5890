namespace FollowUp.Domain.Cycles;

/// <summary>The languages that pages and mails exist in (BCP 47); content may be in any.</summary>
public static class InterfaceLanguages
{
    public static IReadOnlyList<string> All { get; } = ["en", "fr", "km", "ar"];
}
