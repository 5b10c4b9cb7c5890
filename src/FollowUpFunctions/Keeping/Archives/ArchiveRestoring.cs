using System.IO.Compression;
using System.Text;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Keeping.Archives;

/// <summary>What became of an archive that somebody sent.</summary>
/// <param name="Problem">What is wrong with it; null for nothing.</param>
/// <param name="Cycle">Of the archive; null where it can't be read.</param>
/// <param name="Restored">Null where the id is in use.</param>
public sealed record RestoringAnswer(Problem? Problem, string? Cycle = null, (DateTimeOffset At, int Rows, int Files, bool IsNew)? Restored = null);

/// <summary>Restores a cycle from its archive, for the API and for the desk.</summary>
public sealed class ArchiveRestoring(CycleStores stores, CycleRestore restore)
{
    public async Task<RestoringAnswer> RestoreAsync(FileStream file, CancellationToken cancellation)
    {
        try
        {
            await using ZipArchive zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8, cancellation);
            ArchiveReader archive = new(zip, stores);
            await archive.CheckAsync(cancellation);
            return new(null, archive.Manifest.Cycle, await restore.RestoreAsync(archive, cancellation));
        }
        catch (BadArchiveException e)
        {
            return new(new(e.Pointer, e.Message));
        }
        catch (InvalidDataException)
        {
            return new(new("", "This is no ZIP file, or not a whole one: send an archive as GET archive of a cycle gave it."));
        }
    }
}
