namespace FollowUpFunctions.Keeping.Archives;

/// <summary>A file that is gone when it is closed: an archive is too large to hold, and must be whole before a byte of it counts.</summary>
internal static class TemporaryFile
{
    public static FileStream Open() => new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions
    {
        Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
    });
}
