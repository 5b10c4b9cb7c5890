using FollowUp.Domain.Documents;
using FollowUpFunctions.Cycles.Documents;
using RegisterFigures;
using RegisterFigures.Layouts;

const string usage = """
    Usage: dotnet run --project eng/RegisterFigures -- FOLDER
             reads each document (.txt, .docx, .pdf, .html) that has its answers beside it (.json) and says how many it found; ends with 1 where a figure is under the bar
           dotnet run --project eng/RegisterFigures -- write TEXT.txt DOCUMENT.docx
             writes a text, one paragraph a line, as a Word document with automatic numbering
    """;

switch (args)
{
    case ["write", string text, string document]:
        await File.WriteAllBytesAsync(document, WordDocument.Of(File.ReadLines(text)));
        return 0;
    case [string folder] when Directory.Exists(folder):
        string[] documents = [.. Directory.EnumerateFiles(folder).Where(f => IsDocument(f) && AnswerFile.Exists(f)).Order(StringComparer.Ordinal)];
        if (documents.Length == 0)
            Console.WriteLine($"{folder} holds no document with its answers beside it.");
        int failed = 0;
        foreach (string document in documents)
            failed += Tell(document) ? 0 : 1;
        return failed == 0 && documents.Length > 0 ? 0 : 1;
    default:
        Console.Error.WriteLine(usage);
        return 2;
}

static bool IsDocument(string file) => Path.GetExtension(file) is ".txt" or ".docx" or ".pdf" or ".html";

static bool Tell(string document)
{
    (Register? register, FollowUpFunctions.Cycles.Intake.Problem? problem) = RegisterReader.Read(File.ReadAllBytes(document), language: null);
    if (register is null)
    {
        Console.WriteLine($"{Path.GetFileName(document)}: {problem!.Message}");
        return false;
    }

    Figures figures = Figures.Of(register, AnswerFile.Read(Path.ChangeExtension(document, ".json")));
    Console.WriteLine($"{Path.GetFileName(document)}: {figures}");
    foreach (string wrong in figures.Wrong)
        Console.WriteLine($"  {wrong}");
    return figures.Hold;
}
