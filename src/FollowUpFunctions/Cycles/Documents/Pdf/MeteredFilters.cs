using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace FollowUpFunctions.Cycles.Documents.Pdf;

/// <summary>The library's own filters, but a stream that inflates beyond what a page can need is refused before it is inflated in memory.</summary>
internal sealed class MeteredFilters : IFilterProvider
{
    private const long MostUnpacked = 60_000_000;

    private long _unpacked;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Metered(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Metered(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Metered(DefaultFilterProvider.Instance.GetAllFilters());

    private IReadOnlyList<IFilter> Metered(IReadOnlyList<IFilter> filters) => [.. filters.Select(f => f is FlateFilter ? new MeteredFlate(this, f) : f)];

    private sealed class MeteredFlate(MeteredFilters all, IFilter flate) : IFilter
    {
        public bool IsSupported => flate.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            long size = Size(input, MostUnpacked - all._unpacked);
            all._unpacked += size;
            if (size > PageWork.MostBytes && IsDrawing(streamDictionary))
                throw PageWork.TooMuch();
            return all._unpacked >= MostUnpacked
                ? throw new UnreadableDocumentException("The PDF file unpacks to far more than a document has: print it to a new PDF file, without pictures, and send that.")
                : flate.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        // Pages and forms have streams without a type, or of that type; images, fonts and tables of objects say what they are.
        private static bool IsDrawing(DictionaryToken stream) =>
            stream.Data.GetValueOrDefault(NameToken.Subtype.Data) is NameToken { Data: "Form" }
            || (!stream.ContainsKey(NameToken.Type) && !stream.ContainsKey(NameToken.Subtype) && !stream.ContainsKey(NameToken.Length1) && !stream.ContainsKey(NameToken.N));

        /// <summary>Bytes when inflated, as far as <paramref name="most"/>; damaged streams are the library's to judge.</summary>
        private static long Size(Memory<byte> input, long most)
        {
            long size = 0;
            try
            {
                using ZLibStream inflated = new(new MemoryStream(input.ToArray()), CompressionMode.Decompress);
                byte[] buffer = new byte[81_920];
                int read;
                while (size < most && (read = inflated.Read(buffer)) > 0)
                    size += read;
            }
            catch (InvalidDataException)
            {
                return size;
            }

            return size;
        }
    }
}
