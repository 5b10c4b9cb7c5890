using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents;

/// <summary>Knows the clusters of CRC/C/58/Rev.3 by the headings that concluding observations give them, older and translated ones too.</summary>
internal static class ClusterHeadings
{
    private static readonly (int Cluster, Regex Words)[] _known =
    [
        Known(10, @"sale of children|child prostitution|vente d['’]enfants|venta de niños|买卖儿童"),
        Known(11, @"armed conflict|conflits armés|conflictos armados|武装冲突"),
        Known(1, @"general measures of implementation|mesures (?:d['’]application générales|générales d['’]application)|medidas generales de aplicación|一般执行措施|执行(?:的)?一般措施"),
        Known(2, @"definition of the child|définition de l['’]enfant|definición (?:del|de) niño|儿童(?:的)?定义"),
        Known(3, @"general principles|principes généraux|principios generales|一般原则"),
        Known(4, @"civil (?:and political )?rights and freedoms|(?:droits et libertés civils|droits civils et libertés|libertés et droits civils)|(?:derechos y libertades civiles|derechos civiles y libertades)|公民权利(?:和|与)自由"),
        Known(5, @"violence against children|violence (?:à l['’]égard|à l['’]encontre|contre) (?:des|les) enfants|violencia contra los niños|暴力侵害儿童|针对儿童的暴力"),
        Known(6, @"family environment|alternative care|milieu familial|protection de remplacement|entorno familiar|modalidades alternativas|家庭环境"),
        Known(7, @"basic health|health and welfare|disabilit|santé de base|handicap|bien-être|salud básica|discapacidad|基本(?:健康|保健)|残疾"),
        Known(8, @"education, leisure|leisure and cultural|éducation, (?:les )?loisirs|loisirs et activités culturelles|educación, (?:el )?esparcimiento|actividades culturales|教育、休闲|教育、闲暇"),
        Known(9, @"special protection|mesures (?:spéciales de protection|de protection spéciale)|protección especial|medidas especiales de protección|特(?:殊|别)保护措施"),
    ];

    /// <returns>Null for a heading that is no cluster's, such as <c>J. Dissemination</c>, or that could be several's.</returns>
    public static int? Number(string heading)
    {
        int[] fitting = [.. _known.Where(k => k.Words.IsMatch(heading)).Select(k => k.Cluster)];
        return fitting.Length == 1 ? fitting[0] : null;
    }

    private static (int Cluster, Regex Words) Known(int cluster, string words) =>
        (cluster, new(words, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2)));
}
