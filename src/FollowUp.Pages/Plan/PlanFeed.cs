using System.Globalization;
using System.Xml;
using FollowUp.Domain.Publication;

namespace FollowUp.Pages.Plan;

/// <summary>A feed of what has changed in what a cycle publishes.</summary>
/// <param name="Id">Of the feed; an entry's is made of it (RFC 4151).</param>
/// <param name="Self">Address of the feed itself.</param>
/// <param name="Page">Address of the cycle's public page.</param>
/// <param name="Begun">When there is no entry yet, this is its date.</param>
/// <param name="Entries">In any order, but of those of one moment the newest last.</param>
public sealed record PlanFeedModel(
    string Id, string Title, string Language, string Self, string Page, DateTimeOffset Begun, IReadOnlyList<FeedEntry> Entries);

/// <param name="Path">Part of the entry's id; never given to another.</param>
/// <param name="Page">Absolute address.</param>
/// <param name="Changes">What has changed, each in words; null where the title says it all.</param>
public sealed record FeedEntry(string Path, string Title, DateTimeOffset At, string Page, IReadOnlyList<string>? Changes = null);

/// <summary>Writes feeds in Atom (RFC 4287). They tell in the cycle's first language.</summary>
public static class PlanFeed
{
    // A version can change everything; who reads a feed is told the first, and where the others are.
    private const int MostChanges = 50;
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    public static string Write(PlanFeedModel feed)
    {
        Wording text = Wording.For(feed.Language);
        using MemoryStream bytes = new();
        using (XmlWriter xml = XmlWriter.Create(bytes, new() { Encoding = new System.Text.UTF8Encoding(false), CheckCharacters = false, Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, text.Language);
            Element(xml, "id", feed.Id);
            Element(xml, "title", text.Format("feed.title", ("title", feed.Title)));
            Element(xml, "updated", Moment(feed.Entries.Select(e => e.At).DefaultIfEmpty(feed.Begun).Max()));
            Link(xml, "self", feed.Self, "application/atom+xml");
            Link(xml, "alternate", feed.Page, "text/html");
            xml.WriteStartElement("author", Atom);
            Element(xml, "name", feed.Title);
            xml.WriteEndElement();
            foreach (FeedEntry entry in feed.Entries.Reverse().OrderByDescending(e => e.At))
                Entry(xml, text, feed, entry);
            xml.WriteEndElement();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>A change with what it is about, such as <c>¶66(a) New action: …</c>.</summary>
    public static string Told(string language, PublishedRecommendation about, PlanChangeTold change) =>
        $"{PlanWording.Reference(about)} {new PlanWording(Wording.For(language)).Change(change)}";

    private static void Entry(XmlWriter xml, Wording text, PlanFeedModel feed, FeedEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", $"{feed.Id}/{entry.Path}");
        Element(xml, "title", entry.Title);
        Element(xml, "updated", Moment(entry.At));
        Element(xml, "published", Moment(entry.At));
        Link(xml, "alternate", entry.Page, "text/html");
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "xhtml");
        xml.WriteStartElement("div", Xhtml);
        xml.WriteAttributeString("dir", text.Direction);
        if (entry.Changes is { Count: > 0 } changes)
        {
            xml.WriteStartElement("ul", Xhtml);
            foreach (string change in changes.Take(MostChanges))
                xml.WriteElementString("li", Xhtml, Clean(change));
            if (changes.Count > MostChanges)
                xml.WriteElementString("li", Xhtml, text.Format("feed.more", ("count", changes.Count - MostChanges)));
            xml.WriteEndElement();
        }
        else
        {
            xml.WriteElementString("p", Xhtml, entry.Changes is null ? Clean(entry.Title) : text["plan.changes.none"]);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Atom, Clean(value));

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    // RFC 3339.
    private static string Moment(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // People paste characters that no XML can hold.
    private static string Clean(string text) => Report.WordWriter.Clean(text);
}
