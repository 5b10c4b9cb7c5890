namespace FollowUp.Domain.Documents.Wording;

internal static class Spanish
{
    private const string Subject =
        @"(\b(comité|y|e|pero|también|además|asimismo|nuevo|tanto|le|lo|\w+mente)|[,;)–—])\s+((le|lo|la)\s+)?";

    public static Vocabulary Words { get; } = new(
        "es",
        Vocabulary.Pattern(@"\bobservaciones finales\b"),
        Vocabulary.Pattern(
            $@"{Subject}(recomienda|insta|exhorta|alienta|invita|pide|solicita|sugiere|anima|aconseja)\b"
            + @"|^(recomienda|insta|exhorta|alienta|invita|pide|solicita|sugiere)\b"
            + @"|\b(reitera|repite|recuerda|reafirma)\s+(su|sus|la|las)\s+(\w+\s+){0,3}recomendaci(ón|ones)\b"),
        Vocabulary.Pattern(
            @"\b(estado parte|estado|gobierno|medidas|esfuerzos|esto|ello)\b((?!\b(que|quien|quienes|cual)\b)[^.;:]){0,80}\b(debería|deberían|debe|deben)\b"),
        Vocabulary.Pattern(
            @"\b(preocupa|preocupan|preocupado|preocupada|preocupante|preocupación|preocupaciones|lamenta|inquieta|inquietud|alarma|alarmado|deplora)\b"),
        Vocabulary.Pattern(
            @"\b(acoge con|celebra|encomia|felicita|valora|elogia|(con|su) (\w+ )?(satisfacción|beneplácito|aprecio|reconocimiento|agradecimiento)|complace|agradece)\b"),
        Vocabulary.Pattern(@"\b(medidas? urgentes?|medidas? de urgencia|urgencia|urgentemente)\b"),
        Vocabulary.Pattern(@"\batención\b"),
        Vocabulary.Pattern(
            @"\b(reitera|reiterando|repite|recuerda|recordando|reafirma)\s+(?<what>(su|sus|la|las)\s+(\w+\s+){0,3}(recomendaci(ón|ones)|observaciones finales)(\s+(anterior|anteriores|previas?))?)"),
        [
            "introducción", "aspectos positivos", "acontecimientos positivos", "medidas de seguimiento", "progresos realizados", "progresos logrados", "avances logrados",
            "motivos de preocupación", "ámbitos de preocupación", "esferas de preocupación", "preocupación y recomendaciones", "aplicación y presentación", "factores y dificultades",
        ],
        [
            (10, ["protocolo facultativo", "venta de niños"]),
            (11, ["protocolo facultativo", "conflictos armados"]),
            (1, ["medidas generales de aplicación"]),
            (2, ["definición de niño"]),
            (2, ["definición del niño"]),
            (2, ["definición de la niña"]),
            (3, ["principios generales"]),
            (4, ["derechos y libertades civiles"]),
            (4, ["derechos civiles y libertades"]),
            (5, ["violencia contra los niños"]),
            (5, ["violencia contra la infancia"]),
            (5, ["violencia contra niños"]),
            (5, ["violencia contra las niñas"]),
            (6, ["entorno familiar"]),
            (7, ["salud básica"]),
            (7, ["salud y bienestar"]),
            (8, ["educación", "esparcimiento"]),
            (8, ["educación", "ocio"]),
            (9, ["medidas especiales de protección"]),
            (9, ["medidas de protección especial"]),
        ]);
}
