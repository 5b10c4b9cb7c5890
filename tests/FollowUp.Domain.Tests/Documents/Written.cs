using FollowUp.Domain.Documents;

namespace FollowUp.Domain.Tests.Documents;

/// <summary>Invented concluding observations in several layouts, written for these tests.</summary>
internal static class Written
{
    /// <summary>Lettered clusters, sub-headings, urgent measures, an earlier recommendation repeated, nested sub-items, an annex.</summary>
    public const string English = """
        CRC/C/TST/CO/4
        Concluding observations on the fourth periodic report of Testland

        I. Introduction
        1. The Committee considered the fourth periodic report of Testland at its 2101st meeting.
        II. Follow-up measures taken and progress achieved by the State party
        2. The Committee welcomes the adoption of the Child Protection Act, and notes with appreciation the appointment of an ombudsperson.
        III. Main areas of concern and recommendations
        3. The Committee draws the attention of the State party to the recommendations concerning the following areas, in respect of which urgent measures must be taken: corporal punishment (paras. 9 and 10) and access to justice (para. 12).
        A. General measures of implementation (arts. 4, 42 and 44 (6))
        Legislation
        4. The Committee is concerned that customary law is applied in matters of guardianship.
        5. Recalling its general comment No. 5 (2003) and its previous recommendations (CRC/C/TST/CO/3, para. 8), the Committee recommends that the State party:
        (a) Bring customary law into line with the Convention;
        (b) Train judges, in particular:
        (i) Those of local courts;
        (ii) Those who decide on guardianship; and
        (c) Report on the results.
        Allocation of resources
        6. Taking note of target 16.5 of the Sustainable Development Goals, the Committee recommends that the State party set up a budget with a child rights perspective. No. 19 of its general comments gives guidance.
        B. General principles (arts. 2, 3, 6 and 12)
        Non-discrimination (art. 2)
        7. The Committee welcomes the campaigns of 2019. It is, however, concerned about girls in remote provinces. In the light of target 5.1, it urges the State party to reach them.
        C. Violence against children (arts. 19, 24 (3), 28 (2), 34, 37 (a) and 39)
        Corporal punishment
        8. The Committee notes that corporal punishment is prohibited in schools.
        9. It remains concerned that it is lawful at home.
        10. With reference to its general comments No. 8 (2006) and No. 13 (2011), the Committee urges the State party to prohibit corporal punishment in all settings. It should enforce the prohibition.
        D. Special protection measures (arts. 22, 30, 32, 33, 35, 36, 37 (b)–(d) and 38–40)
        Administration of child justice
        11. The Committee regrets that children are held with adults:
        (a) In police stations;
        (b) In the central prison.
        12. The Committee recommends that the State party end this practice without delay.
        IV. Implementation and reporting
        A. Follow-up and dissemination
        13. The Committee recommends that the present concluding observations be made widely available.
        Annex
        List of documents received.
        """;

    /// <summary>Sub-items with one bracket, as documents in French have them.</summary>
    public const string French = """
        CRC/C/TST/CO/4
        Observations finales concernant le quatrième rapport périodique du Testland
        I. Introduction
        1. Le Comité a examiné le quatrième rapport périodique du Testland à ses 2101e et 2102e séances.
        II. Principaux sujets de préoccupation et recommandations
        A. Mesures d'application générales (art. 4, 42 et 44 (par. 6))
        Législation
        2. Le Comité est préoccupé par le fait que le droit coutumier s'applique à la tutelle.
        3. Le Comité recommande à l'État partie :
        a) De rendre le droit coutumier conforme à la Convention ;
        b) De former les juges, compte tenu de son observation générale no 5 (2003) ; et
        c) De rendre compte des résultats.
        B. Éducation, loisirs et activités culturelles (art. 28 à 31)
        Objectifs de l'éducation
        4. Le Comité salue les progrès accomplis. Toutefois, il regrette que les filles quittent l'école et il engage l'État partie à y remédier.
        """;

    public const string Spanish = """
        CRC/C/TST/CO/4
        Observaciones finales sobre el cuarto informe periódico de Testland
        I. Introducción
        1. El Comité examinó el cuarto informe periódico de Testland en sus sesiones 2101ª y 2102ª.
        II. Principales motivos de preocupación y recomendaciones
        A. Medidas generales de aplicación (arts. 4, 42 y 44, párr. 6)
        Legislación
        2. Preocupa al Comité que el derecho consuetudinario se aplique a la tutela.
        3. El Comité recomienda al Estado parte que:
        a) Armonice el derecho consuetudinario con la Convención;
        b) Forme a los jueces.
        """;

    /// <summary>Full-width punctuation, no spaces between words.</summary>
    public const string Chinese = """
        CRC/C/TST/CO/4
        关于测试国第四次定期报告的结论性意见
        一、导言
        1．委员会审议了测试国的第四次定期报告。
        二、主要关注领域和建议
        A．一般执行措施（第4条、第42条和第44条第6款）
        立法
        2．委员会感到关切的是，习惯法适用于监护事项。
        3．委员会建议缔约国：
        （a）使习惯法符合《公约》；
        （b）参照第5号一般性意见，对法官进行培训。
        """;

    /// <summary>Clusters numbered and paragraphs without a point, as older documents have them.</summary>
    public const string Older = """
        CRC/C/15/Add.999
        CONCLUDING OBSERVATIONS: TESTLAND
        1. General measures of implementation
        7. The Committee notes that the State party has ratified the Convention.
        8. The Committee recommends that the State party review its laws.
        2. General principles
        9. The Committee is concerned that children are not heard. It encourages the State party to hear them.
        """;

    public static Register Read(string text) => RegisterParser.Read(Lines(text));

    public static SourceDocument Lines(string text) =>
        new([.. text.Split('\n').Select((t, n) => (Text: t.Trim(), Number: n + 1)).Where(l => l.Text.Length > 0).Select(l => new DocumentLine(l.Number, l.Text))], Wrapped: false);

    /// <summary>The same text in lines of a page: paragraphs go over several, and only the first of each has room above it.</summary>
    public static SourceDocument Wrapped(string text, int width)
    {
        List<DocumentLine> lines = [];
        foreach (DocumentLine paragraph in Lines(text).Lines)
        {
            string line = "";
            bool starts = true;
            foreach (string word in paragraph.Text.Split(' '))
            {
                if (line.Length + word.Length + 1 > width && line.Length > 0)
                {
                    lines.Add(new(lines.Count + 1, line, StartsParagraph: starts));
                    (line, starts) = ("", false);
                }

                line = line.Length == 0 ? word : $"{line} {word}";
            }

            lines.Add(new(lines.Count + 1, line, StartsParagraph: starts));
        }

        return new(lines, Wrapped: true);
    }
}
