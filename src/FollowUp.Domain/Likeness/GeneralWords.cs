namespace FollowUp.Domain.Likeness;

/// <summary>Words that tell nothing of what a text is about: those that join others, and those that every plan is full of.</summary>
internal static class GeneralWords
{
    private static readonly HashSet<string> _joining = Words(
        """
        the an of in on at for to and or by with from as it its is are be been that this these those which who whom their they them into than then so but
        all any each every other others such also not no more most under over up out about between through during within while where when if our we us
        have has had do does was were will shall should may can must
        le la les un une des du de au aux en dans et ou par pour avec sur sous ce cet cette ces qui que quoi dont leur leurs ils elles elle il se sa son ses
        est sont etre ete ne pas plus sans afin ainsi notamment tout toute tous toutes chaque autre autres nos notre nous comme mais si y compris entre chez
        avant apres a l d qu n s c j aupres lors selon vers
        """);

    private static readonly HashSet<string> _general = Words(
        """
        child children childrens minor minors young right rights convention committee state states party parties recommend recommends recommendation
        ensure strengthen improve promote support provide establish develop implement implementation increase reduce take measure measures effort efforts
        effective effectively necessary appropriate adequate adopt carry full fully further particular especially including include make set give given
        continue undertake enhance access system systems service services mechanism country national level year years month months people person persons
        new well good run use need needs number least one two three four five ten old age first last high low better best help work works also
        enfant enfants mineur mineurs jeune jeunes droit droits convention comite etat partie parties recommande recommandation recommandations
        assurer garantir veiller renforcer ameliorer promouvoir appuyer soutenir fournir offrir etablir developper mettre mise place oeuvre accroitre
        reduire prendre mesure mesures effort efforts efficace efficaces necessaire necessaires approprie adopter plein pleinement particulier
        particulierement compris faire donner poursuivre entreprendre acces systeme systemes service services mecanisme pays national nationale nationaux
        niveau an ans annee annees mois personne personnes nouveau nouvelle bon bien nombre moins deux trois quatre cinq dix age premier dernier meilleur
        aider cas fin vue egard lieu lieux
        """);

    private static readonly HashSet<string> _khmer = Words(
        """
        និង ឬ នៃ ក្នុង ដល់ ដើម្បី សម្រាប់ ដោយ ពី ជា ដែល នៅ ឱ្យ ទៅ មក ហើយ ត្រូវ ត្រូវបាន មាន បាន របស់ ទាំង ទាំងអស់ គ្រប់ គ្រប់រូប អំពី ស្តីពី តាម តាមរយៈ រួមទាំង
        ជាពិសេស ការ សេចក្តី ភាព ចំពោះ លើ ជាមួយ ដែលមាន ទូទៅ ផ្សេងៗ ពួកគេ យើង វិញ ថា ចំនួន ឆ្នាំ ខែ ថ្ងៃ រយៈពេល ប្រទេស ជាតិ ថ្នាក់ ក្រសួង តំបន់
        កុមារ ក្មេង អនីតិជន យុវជន សិទ្ធិ សិទ្ធិកុមារ អនុសញ្ញា រដ្ឋភាគី រដ្ឋ រដ្ឋាភិបាល គណៈកម្មាធិការ អនុសាសន៍ ការពារ ពង្រឹង លើកកម្ពស់ បង្កើត ធានា អនុវត្ត
        ផ្តល់ កាត់បន្ថយ បង្កើន ពង្រីក ចាត់វិធានការ វិធានការ រៀបចំ យន្តការ ប្រព័ន្ធ គាំទ្រ ជួយ សេវា ប្រឆាំង ទប់ស្កាត់ គ្រប់គ្រង គ្រប់គ្រាន់ សមរម្យ ចាំបាច់ ពេញលេញ
        អាទិភាព ថ្មី ធ្វើ ដាក់ ទទួល ទទួលបាន
        """);

    public static int LongestKhmer { get; } = _khmer.Max(w => KhmerClusters.Of(w).Count);

    public static bool Joins(string folded) => _joining.Contains(folded);

    public static bool IsGeneral(string folded) => _general.Contains(folded);

    public static bool IsGeneralKhmer(ReadOnlySpan<char> word) => _khmer.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static HashSet<string> Words(string list) =>
        [.. list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Plans.WordTokens.Spelled)];
}
