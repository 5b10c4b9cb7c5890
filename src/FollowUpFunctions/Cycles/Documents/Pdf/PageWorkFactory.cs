using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace FollowUpFunctions.Cycles.Documents.Pdf;

/// <summary>Goes through a page without keeping anything, so that one without end is known before its letters fill the memory.</summary>
internal sealed class PageWorkFactory(
    IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser parser, ParsingOptions options)
    : BasePageFactory<PageWork>(scanner, resources, filters, parser, options), IPageFactory<PageWork>
{
    // A hundred pages whose every letter is placed by itself.
    private const int MostOperations = 3_000_000;

    // How far arrays of streams may nest.
    private const int Deepest = 5;

    private readonly IPdfTokenScanner _scanner = scanner;
    private readonly IResourceStore _resources = resources;
    private readonly ILookupFilterProvider _filters = filters;
    private readonly IPageContentParser _parser = parser;
    private readonly ParsingOptions _options = options;
    private int _operations;

    // Streams that aren't packed pass no filter: nobody has counted them yet.
    PageWork IPageFactory<PageWork>.Create(int number, DictionaryToken dictionary, PageTreeMembers pageTreeMembers, NamedDestinations annotationProvider) =>
        Size(dictionary.Data.GetValueOrDefault(NameToken.Contents.Data), Deepest) > PageWork.MostBytes
            ? throw PageWork.TooMuch()
            : Create(number, dictionary, pageTreeMembers, annotationProvider);

    private long Size(IToken? content, int levels) => levels == 0 ? 0 : content switch
    {
        StreamToken stream => stream.Data.Length,
        ArrayToken parts => parts.Data.Sum(part => Size(part, levels - 1)),
        IndirectReferenceToken reference => Size(_scanner.Get(reference.Data)?.Data, levels - 1),
        _ => 0,
    };

    protected override PageWork ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations)
    {
        PageWork work = new PageWorkCounter(pageNumber, _resources, _scanner, _parser, _filters, cropBox, userSpaceUnit, rotation, initialMatrix, _options).Process(pageNumber, operations);
        _operations += work.Operations;
        return _operations > MostOperations ? throw PageWork.TooMuch() : work;
    }
}
