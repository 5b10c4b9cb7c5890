namespace LocalHost;

/// <summary>Why the host can't start or go on, as one sentence for the person who started it: what is wrong and what to do.</summary>
public sealed class HostException : Exception
{
    public HostException(string message) : base(message) { }

    public HostException(string message, Exception inner) : base(message, inner) { }
}
