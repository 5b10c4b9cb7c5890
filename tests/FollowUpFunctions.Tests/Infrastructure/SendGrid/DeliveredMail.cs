namespace FollowUpFunctions.Tests.Infrastructure.SendGrid;

/// <summary>A mail as its reader would see it.</summary>
/// <param name="Call">Number of the call that it came with.</param>
public sealed record DeliveredMail(
    string To, string ToName, string Subject, string Html, string Text, IReadOnlyDictionary<string, string> Headers, string Key, string? Attachment, int Call);
