using System.Text;
using FollowUpFunctions.Tests.Progress;
using RegisterFigures.Layouts;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace FollowUpFunctions.Tests.Documents;

/// <summary>PDF files of which nothing can be read.</summary>
internal static class BadPdfs
{
    /// <summary>As a scanner makes it.</summary>
    public static byte[] OfPictures()
    {
        using PdfDocumentBuilder pdf = new();
        pdf.AddPage(PageSize.A4).AddPng(SampleFiles.Png, new PdfRectangle(0, 0, 500, 700));
        return pdf.Build();
    }

    public static byte[] WithPassword()
    {
        string pdf = Encoding.Latin1.GetString(PdfPrint.Of(["1. The Committee recommends that the State party act."], "CRC/C/TST/CO/3-4"));
        string locked = $"/Encrypt <</Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{new string('a', 64)}> /U <{new string('b', 64)}>>> /ID [<{new string('c', 32)}> <{new string('c', 32)}>]";
        string encrypted = pdf.Replace("trailer\n<<", $"trailer\n<<{locked} ", StringComparison.Ordinal);
        if (encrypted == pdf)
            encrypted = pdf.Replace("trailer", $"trailer <<{locked}>>", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(encrypted);
    }
}
