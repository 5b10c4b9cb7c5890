namespace FollowUpFunctions.Cycles.Documents.Docx;

/// <summary>Fields are a code, then what it came to: only that is text. They nest, also in codes.</summary>
internal sealed class WordFields
{
    private readonly Stack<bool> _inCode = new();

    public bool InCode => _inCode.Contains(true);

    public void Take(string? mark)
    {
        if (mark == "begin")
        {
            _inCode.Push(true);
        }
        else if (mark is "separate" or "end" && _inCode.TryPop(out _) && mark == "separate")
        {
            _inCode.Push(false);
        }
    }

    /// <summary>A code that nobody has ended must not take the rest of the document with it.</summary>
    public void EndParagraph()
    {
        if (!InCode)
            return;
        int open = _inCode.Count;
        _inCode.Clear();
        for (int n = 0; n < open; n++)
            _inCode.Push(false);
    }
}
