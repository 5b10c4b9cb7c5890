using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents;

/// <summary>How a committee recommends, is concerned and welcomes, in the languages of the United Nations.</summary>
internal sealed class Speech
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Dictionary<string, Speech> _all = new()
    {
        ["en"] = new(
            @"(?:\bcommittee|\bit|\band|[,;])\s+(?:(?:\w+ly|also|further|again|once again|therefore|thus|hereby|likewise|in particular),?\s+){0,3}(?:recommends?|urges?|encourages?|calls? (?:up)?on|invites?|requests?|advises|suggests?)\b|\b(?:reiterates|recalls) (?:its|the) (?:\w+ ){0,3}recommendations?\b|\b(?:state party|state|government|authorities)\b[^.;:]{0,60}\bshould\b",
            @"\b(?:concerns?|concerned|regrets?|deplores?|alarmed|dismayed|disturbed|worried)\b",
            @"\b(?:welcom(?:es?|ing)|appreciat(?:es|ion|ing)|commends?|commending|satisfaction|acknowledges)\b"),
        ["fr"] = new(
            @"(?:\bcomité|\bil|\bet|\blui|[,;])\s+(?:(?:\w+ment|aussi|également|en outre|de plus|à nouveau|donc|vivement),?\s+){0,3}(?:l['’]|le |la |les |lui )?(?:recommande|engage|prie|demande|exhorte|invite|encourage|conseille|rappelle (?:ses|sa) recommandations?|réitère (?:ses|sa) recommandations?)\b|\b(?:état partie|état|gouvernement)\b[^.;:]{0,60}\bdevrait\b",
            @"\b(?:préoccup\w+|inquiet|inquiète|inquiétude|regrett\w+|déplore|alarmé|s['’]inquiète)\b",
            @"\b(?:salue|se félicite|accueille avec|satisfaction|note avec (?:intérêt|appréciation)|prend acte avec)\b"),
        ["es"] = new(
            @"(?:\bcomité|\by|\btambién|\bademás|\blo|\ble|[,;])\s+(?:(?:\w+mente|también|además|asimismo|encarecidamente|por tanto|nuevamente),?\s+){0,3}(?:le |lo |la )?(?:recomienda|insta|exhorta|alienta|invita|pide|solicita|sugiere|reitera (?:su|sus) recomendaci\w+)\b|\b(?:estado parte|gobierno)\b[^.;:]{0,60}\b(?:debería|debe)\b",
            @"\b(?:preocup\w+|inquiet\w+|lament\w+|deplora|alarmad\w+)\b",
            @"\b(?:celebra|acoge con (?:satisfacción|beneplácito)|observa con (?:satisfacción|reconocimiento)|satisfacción|encomia)\b"),
        ["zh"] = new("建议|敦促|促请|鼓励|呼吁|吁请|请缔约国|要求缔约国", "关切|关注|遗憾|震惊|不安", "欢迎|赞赏|满意|赞扬"),
        ["ru"] = new(
            @"\b(?:рекомендует|настоятельно призывает|призывает|предлагает|поощряет|просит)\b|\bследует\b",
            @"обеспокоен|озабочен|сожал|тревог", @"приветствует|удовлетворени|высоко оценивает|отмечает с признательностью"),
        ["ar"] = new("توصي|تحث|تدعو|تشجع|تطلب إلى الدولة", "قلق|تأسف|يساور", "ترحب|تقدير|ارتياح"),
    };

    private readonly Regex _recommends;
    private readonly Regex _isConcerned;
    private readonly Regex _welcomes;

    private Speech(string recommends, string isConcerned, string welcomes)
    {
        _recommends = new(recommends, Options, TimeSpan.FromSeconds(2));
        _isConcerned = new(isConcerned, Options, TimeSpan.FromSeconds(2));
        _welcomes = new(welcomes, Options, TimeSpan.FromSeconds(2));
    }

    /// <summary>Null for a language whose recommendations can't be told.</summary>
    public static Speech? In(string language) => _all.GetValueOrDefault(language.Split('-')[0]);

    public bool Recommends(string text) => _recommends.IsMatch(text);

    public bool IsConcerned(string text) => _isConcerned.IsMatch(text);

    public bool Welcomes(string text) => _welcomes.IsMatch(text);
}
