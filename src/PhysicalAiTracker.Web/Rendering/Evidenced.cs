using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>Writes values of one record, each with the mark that opens its evidence directly behind it; where there is no value, why.</summary>
/// <param name="html">What they are written to.</param>
/// <param name="marks">The marks of the page.</param>
/// <param name="said">The assertions about the record, in their words or without; null where the page shows no evidence.</param>
/// <param name="about">Tells apart the same field of several records on a page: "Project Prometheus".</param>
internal readonly struct Evidenced(MarkupWriter html, PageMarks marks, IReadOnlyList<ISaid>? said, string? about)
{
    /// <param name="field">The record's field; several joined by commas; null for all that is said of the record.</param>
    /// <param name="value">Null where there is none.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="oneLine">Whether the value is kept on a line. The mark stays with its last word in any case.</param>
    public void Show<T>(string? field, T? value, Action<MarkupWriter, T> write, bool oneLine = true)
        where T : class
    {
        var evidence = Evidence.Of(said, field);
        if (value is null)
        {
            ShowAbsent(evidence, oneLine);
            return;
        }

        Begin(oneLine);
        write(html, value);
        End(evidence);
    }

    /// <inheritdoc cref="Show{T}(string?, T?, Action{MarkupWriter, T}, bool)"/>
    public void Show<T>(string? field, T? value, Action<MarkupWriter, T> write, bool oneLine = true)
        where T : struct
    {
        var evidence = Evidence.Of(said, field);
        if (value is not { } given)
        {
            ShowAbsent(evidence, oneLine);
            return;
        }

        Begin(oneLine);
        write(html, given);
        End(evidence);
    }

    private void ShowAbsent(Evidence evidence, bool oneLine)
    {
        var absent = evidence.SaysNothing ? Absent.NotDisclosed : Absent.NotStated;
        if (evidence.Count == 0)
        {
            html.Add(absent);
            return;
        }

        Begin(oneLine);
        html.Add(absent);
        End(evidence);
    }

    private void Begin(bool oneLine)
    {
        if (said is not null)
        {
            html.AddMarkup(oneLine ? "<span class=\"marked nowrap\">" : "<span class=\"marked\">");
        }
    }

    private void End(Evidence evidence)
    {
        if (said is not null)
        {
            html.AddMarkup("</span>");
            EvidenceCard.Write(html, marks, evidence, about);
        }
    }
}
