namespace FollowUp.Domain.Documents.Wording;

internal static class French
{
    private const string Subject =
        @"(\b(comité|il|et|mais|aussi|également|outre|donc|nouveau|plus|lui|\w+ment)|[,;)–—])\s+(lui\s+|l['’])?";

    public static Vocabulary Words { get; } = new(
        "fr",
        Vocabulary.Pattern(@"\bobservations finales\b"),
        Vocabulary.Pattern(
            $@"{Subject}(recommande|prie|engage|encourage|invite|exhorte|demande|suggère|conseille|appelle (l['’]état|le gouvernement))\b"
            + @"|\b(réitère|renouvelle|rappelle|répète|réaffirme)\s+(sa|ses|les?|la)\s+(\w+\s+){0,3}recommandations?\b"),
        Vocabulary.Pattern(
            @"\b(état partie|état|gouvernement|il|elle|ils|mesures|efforts|ceci|cela)\b((?!\b(qui|que|dont)\b)[^.;:]){0,80}\b(devrait|devraient|doit|doivent)\b"),
        Vocabulary.Pattern(
            @"\b(préoccupé|préoccupée|préoccupe|préoccupant|préoccupants?|préoccupation|préoccupations|inquiet|inquiète|inquiétude|regrette|déplore|alarmé|constate avec regret)\b"),
        Vocabulary.Pattern(
            @"\b(accueille avec|se félicite|félicite|salue|(avec|sa) (\w+ )?(satisfaction|intérêt|gratitude)|apprécie|se réjouit|sait gré|rend hommage)\b"),
        Vocabulary.Pattern(@"\b(mesures? urgentes?|mesures? d['’]urgence|urgence)\b"),
        Vocabulary.Pattern(@"\battention\b"),
        Vocabulary.Pattern(
            @"\b(réitère|réitérant|renouvelle|rappelle|rappelant|répète|réaffirme)\s+(?<what>(sa|ses|les?|la)\s+(\w+\s+){0,3}(recommandations?|observations finales)(\s+(antérieures?|précédentes?))?)"),
        [
            "introduction", "aspects positifs", "faits positifs", "mesures de suivi", "progrès accomplis", "progrès réalisés", "sujets de préoccupation", "domaines de préoccupation",
            "préoccupations et recommandations", "mise en oeuvre et soumission", "mise en oeuvre et établissement", "facteurs et difficultés",
        ],
        [
            (10, ["protocole facultatif", "vente d enfants"]),
            (11, ["protocole facultatif", "conflits armés"]),
            (1, ["mesures d application générales"]),
            (1, ["mesures générales d application"]),
            (2, ["définition de l enfant"]),
            (3, ["principes généraux"]),
            (4, ["libertés et droits civils"]),
            (4, ["droits civils et libertés"]),
            (4, ["droits et libertés civils"]),
            (5, ["violence à l égard des enfants"]),
            (5, ["violence à l encontre des enfants"]),
            (5, ["violences à l égard des enfants"]),
            (5, ["violence contre les enfants"]),
            (6, ["milieu familial"]),
            (6, ["environnement familial"]),
            (7, ["santé de base"]),
            (7, ["santé et bien être"]),
            (7, ["soins de santé de base"]),
            (8, ["éducation", "loisirs"]),
            (9, ["mesures de protection spéciales"]),
            (9, ["mesures spéciales de protection"]),
        ]);
}
