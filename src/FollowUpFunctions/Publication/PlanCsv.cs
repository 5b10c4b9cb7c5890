using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using FollowUp.Domain.Publication;

namespace FollowUpFunctions.Publication;

/// <summary>The plan as CSV (RFC 4180, UTF-8 with a byte order mark so that spreadsheets read Khmer); formulas are escaped.</summary>
public static class PlanCsv
{
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        InjectionOptions = InjectionOptions.Escape,
        NewLine = "\r\n",
    };

    public static string Write(PublishedPlan plan)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        using (CsvWriter csv = new(text, Configuration, leaveOpen: true))
            csv.WriteRecords(PlanRows.Of(plan));
        return "\ufeff" + text;
    }
}
