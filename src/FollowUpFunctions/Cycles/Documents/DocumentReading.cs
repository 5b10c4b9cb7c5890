using FollowUp.Domain.Documents;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Documents;

/// <summary>What became of a document: its register, or what to mend before it can be read.</summary>
/// <param name="TooLarge">The problem is its size (413 rather than 400).</param>
public sealed record DocumentReading(Register? Register, IReadOnlyList<Problem> Problems, bool TooLarge = false);

/// <summary>A document that can't be read; the message says what to do.</summary>
internal sealed class UnreadableDocumentException(string message) : Exception(message)
{
    public UnreadableDocumentException()
        : this("The document can't be read.")
    {
    }

    public UnreadableDocumentException(string message, Exception inner)
        : this(message) => _ = inner;
}
