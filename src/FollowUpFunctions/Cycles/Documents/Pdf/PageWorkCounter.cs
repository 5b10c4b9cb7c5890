using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace FollowUpFunctions.Cycles.Documents.Pdf;

/// <summary>Counts while a page is gone through. Forms may draw each other: ten of ten of ten, and so on.</summary>
internal sealed class PageWorkCounter(
    int page,
    IResourceStore resources,
    IPdfTokenScanner scanner,
    IPageContentParser parser,
    ILookupFilterProvider filters,
    CropBox cropBox,
    UserSpaceUnit unit,
    PageRotationDegrees rotation,
    in TransformationMatrix matrix,
    ParsingOptions options) : BaseStreamProcessor<PageWork>(page, resources, scanner, parser, filters, cropBox, unit, rotation, in matrix, options)
{
    // A page set in the smallest type has some twenty thousand letters.
    private const int MostGlyphs = 200_000;
    private const int MostForms = 2_000;
    private const int MostOperations = 300_000;

    private readonly IResourceStore _resources = resources;
    private int _glyphs;
    private int _forms;
    private int _operations;
    private long _drawn;

    /// <exception cref="UnreadableDocumentException">The page draws more than a page of text does.</exception>
    public override PageWork Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        return new(_glyphs, _operations);
    }

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        _operations += operations.Count;
        if (_operations > MostOperations)
            throw PageWork.TooMuch();
        base.ProcessOperations(operations);
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        if (++_glyphs > MostGlyphs)
            throw PageWork.TooMuch();
    }

    public override void ApplyXObject(NameToken xObjectName)
    {
        if (_resources.TryGetXObject(xObjectName, out StreamToken? drawn) && drawn.StreamDictionary.Data.GetValueOrDefault(NameToken.Subtype.Data) is NameToken { Data: "Form" })
            _drawn += drawn.Data.Length;
        if (++_forms > MostForms || _drawn > PageWork.MostBytes)
            throw PageWork.TooMuch();
        base.ApplyXObject(xObjectName);
    }

    // What is no text is not looked at.
    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
    }

    protected override void RenderInlineImage(InlineImage inlineImage)
    {
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }

    public override void BeginSubpath()
    {
    }

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close)
    {
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
    }

    public override void MoveTo(double x, double y)
    {
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
    }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
    }

    public override void LineTo(double x, double y)
    {
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
    }

    public override void EndPath()
    {
    }

    public override void ClosePath()
    {
    }

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
    }

    public override void EndMarkedContent()
    {
    }

    public override void PaintShading(NameToken shadingName)
    {
    }
}
