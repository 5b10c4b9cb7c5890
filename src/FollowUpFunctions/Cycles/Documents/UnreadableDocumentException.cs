namespace FollowUpFunctions.Cycles.Documents;

/// <summary>A document that can't be read; the message says what to do.</summary>
internal sealed class UnreadableDocumentException : Exception
{
    public UnreadableDocumentException()
        : this("The document can't be read.")
    {
    }

    public UnreadableDocumentException(string message)
        : base(message)
    {
    }

    public UnreadableDocumentException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
