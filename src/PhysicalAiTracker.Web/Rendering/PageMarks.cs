namespace PhysicalAiTracker.Web.Rendering;

/// <summary>What the evidence marks of one page share.</summary>
public sealed class PageMarks
{
    private int _last;

    private PageMarks()
    {
    }

    /// <summary>Ids count from the top of the page, so that the same page is the same bytes.</summary>
    public string NextId() => $"e{++_last}";

    public static PageMarks Of(HttpContext context)
    {
        if (context.Items[typeof(PageMarks)] is not PageMarks marks)
        {
            context.Items[typeof(PageMarks)] = marks = new PageMarks();
        }

        return marks;
    }
}
