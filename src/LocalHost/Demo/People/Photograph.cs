namespace LocalHost.Demo.People;

/// <summary>The smallest picture that is one: a dot.</summary>
internal static class Photograph
{
    public static byte[] Bytes { get; } =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
