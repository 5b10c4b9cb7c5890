using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents.Structure;

/// <summary>Lines that end where something must follow: a number or a bracket that begins the next line belongs to them.</summary>
internal static partial class RunningOn
{
    public static bool Into(string line) => !ReadableText.EndsItem(line) && Open.IsMatch(line);

    [GeneratedRegex(
        @"(\b(articles?|arts?\.?|artículos?|paragraphs?|paras?\.?|paragraphes?|párrafos?|párrs?\.?|par\.?|and|or|et|ou|y|o|of|in|on|the|to|from|by|with|for|since|no\.?|nos\.?|nº|núm\.?|rule|section|law|act|de|du|des|en|le|la|les|el|los|las|al|al\.)|[,(（、第\d\-–—])\s*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Open { get; }
}
