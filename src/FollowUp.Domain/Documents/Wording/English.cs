namespace FollowUp.Domain.Documents.Wording;

internal static class English
{
    // The subject stands right before the verb, or an aside between commas does: "the State party invites" must not count.
    private const string Subject =
        @"(\b(committee|it|and|but|also|further|furthermore|therefore|thus|again|hereby|reiterates|\w+ly)|[,;)–—])\s+";

    public static Vocabulary Words { get; } = new(
        "en",
        Vocabulary.Pattern(@"\bconcluding observations\b"),
        Vocabulary.Pattern(
            $@"{Subject}(recommends|urges|calls (up)?on|requests|exhorts|advises|suggests)\b"
            + $@"|\b(committee|it|also|further|\w+ly)\s+(encourages|invites)\b"
            + $@"|[,;)]\s+(encourages|invites)\s+(the state|the government|it)\b|\band\s+(encourages|invites)\s+(the state|the government|it|that)\b"
            + @"|\b(reiterates|repeats|recalls|reaffirms)\s+(its|the)\s+(\w+[\s,]+){0,4}recommendations?\b(?! (contained|made) in the (present|general))"
            + @"|\b(we|experts|members)\s+((also|further|strongly)\s+)?(recommend|urge)\b"),
        Vocabulary.Pattern(
            @"\b(state party|state|government|it|they|this|these|measures|steps|efforts|attention|priority|committee considers)\b((?!\b(who|which|whether|that)\b)[^.;:]){0,80}\bshould\b"),
        Vocabulary.Pattern(
            @"\b((is|remains|are)\s+(\w+\s+){0,4}concerned|(with|its|express(es)?|particular|serious|grave|deep|of|some|further)\s+(\w+\s+){0,3}concern|concerned (that|at|about|by)|concerns of the|heard concerns|concerns are|regrets|alarmed|disturbed|dismayed|deplores|with regret|is worried)\b"),
        Vocabulary.Pattern(
            @"\b(welcomes|welcoming|appreciates|commends|congratulates|(with|its|great|deep) (\w+ )?(appreciation|satisfaction)|acknowledges the (serious|sincere|significant|progress)|expresses (its )?(appreciation|gratitude)|pleased)\b"),
        Vocabulary.Pattern(@"\burgent (measures|action|steps|attention)\b"),
        Vocabulary.Pattern(@"\battention\b"),
        Vocabulary.Pattern(
            @"\b(reiterates|reiterating|repeats|recalls|recalling|reaffirms)\s+((?<what>(its|the)\s+(\w+[\s,]+){0,4}(recommendations?|concluding observations)\b)"
            + @"|([^.;]|\bNos?\.){0,90}?\band\s+(?<what>its\s+(previous|earlier|past)\s+(recommendations?|concluding observations)\b))"),
        [
            "introduction", "positive aspects", "positive developments", "follow up measures", "progress achieved", "areas of concern", "subjects of concern",
            "principal concerns", "concerns and recommendations", "implementation and reporting", "factors and difficulties", "factors impeding", "suggestions and recommendations",
        ],
        [
            (10, ["optional protocol", "sale of children"]),
            (11, ["optional protocol", "armed conflict"]),
            (1, ["general measures of implementation"]),
            (2, ["definition of the child"]),
            (2, ["definition of a child"]),
            (3, ["general principles"]),
            (4, ["civil rights and freedoms"]),
            (5, ["violence against children"]),
            (6, ["family environment"]),
            (7, ["basic health"]),
            (7, ["health and welfare"]),
            (8, ["education", "leisure"]),
            (9, ["special protection measures"]),
            (9, ["special measures of protection"]),
        ]);
}
