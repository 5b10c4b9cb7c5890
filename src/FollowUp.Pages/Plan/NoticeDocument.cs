using FollowUp.Pages.Report;

namespace FollowUp.Pages.Plan;

/// <summary>What stands in place of a published document from which somebody was erased.</summary>
public static class NoticeDocument
{
    /// <param name="language">BCP 47; a language without texts is written in English.</param>
    /// <param name="newest">Address of what to read instead.</param>
    public static byte[] Write(string language, string title, string newest, DateTimeOffset at)
    {
        Wording text = Wording.For(language);
        WordWriter word = new(text.Language);
        word.Title(text["notice.title"]);
        word.Paragraph(title);
        word.Paragraph(text["notice.text"]);
        word.Paragraph($"{text["notice.link"]}: {newest}");
        return word.Finish(text["notice.title"], at);
    }

    /// <summary>The same in lines, for tables.</summary>
    public static IReadOnlyList<string> Lines(string language, string title, string newest)
    {
        Wording text = Wording.For(language);
        return [text["notice.title"], title, text["notice.text"], $"{text["notice.link"]}: {newest}"];
    }
}
