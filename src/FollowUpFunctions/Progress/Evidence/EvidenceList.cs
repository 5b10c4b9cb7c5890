using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Progress.Evidence;

/// <summary>The files of a cycle, and where each stands in the plan.</summary>
public sealed class EvidenceList(CyclesTable cycles, EvidenceStore store)
{
    /// <param name="address">Where coordinators read a file, by its fingerprint.</param>
    public async Task<IReadOnlyList<EvidenceReport>> ReadAsync(string cycle, Func<string, string> address, CancellationToken cancellation)
    {
        ILookup<string, EvidenceAbout> about = (await cycles.ItemsAsync(cycle, cancellation))
            .SelectMany(item => item.Progress.Where(r => r.EvidenceFile is not null)
                .Select(r => (r.EvidenceFile!.Sha256, About: new EvidenceAbout(item.Recommendation, r.Organisation, r.Round, r.EvidenceFile.Released))))
            .ToLookup(x => x.Sha256, x => x.About);
        return
        [
            .. (await store.ListAsync(cycle, cancellation))
                .Select(f => new EvidenceReport(f.Sha256, f.ContentType, f.Size, f.Name, f.Round, f.GivenAt, address(f.Sha256), [.. about[f.Sha256]])),
        ];
    }
}
