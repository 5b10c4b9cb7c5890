using System.Globalization;
using System.Xml.Linq;

namespace FollowUpFunctions.Cycles.Documents.Docx;

/// <summary>WordprocessingML in its two spellings, transitional and strict: elements and attributes are told by their local names.</summary>
internal static class WordXml
{
    public static bool IsWord(string xmlNamespace) =>
        xmlNamespace is "http://schemas.openxmlformats.org/wordprocessingml/2006/main" or "http://purl.oclc.org/ooxml/wordprocessingml/main";

    public static XElement? Child(this XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    public static IEnumerable<XElement> Children(this XElement parent, string name) => parent.Elements().Where(e => e.Name.LocalName == name);

    public static string? Said(this XElement element, string name) => element.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value;

    /// <summary>The attribute <c>val</c> of a child, which is how most properties are written.</summary>
    public static string? ValueOf(this XElement parent, string child) => parent.Child(child)?.Said("val");

    /// <summary>A toggle is on where it is written without a value.</summary>
    public static bool IsOn(string? value) => value is not ("0" or "false" or "off");

    public static int? Int(string? value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;
}
