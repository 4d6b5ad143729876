using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using PhysicalAiTracker.Core.Shared.Differences;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Core.Sources.Snapshots;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Pages.Sources;

/// <summary>
/// A paragraph of one of two texts: what the other lacks as <c>del</c> or <c>ins</c>, passages as <c>mark</c>, each with its state behind it.
/// Marks are cut at every border, so that nothing crosses.
/// </summary>
/// <param name="element"><c>del</c> or <c>ins</c>.</param>
public sealed class ComparedText(string text, IReadOnlyList<Stretch> pieces, IEnumerable<ComparedPassage> passages, string element) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (pieces.Count == 0)
        {
            return;
        }

        var (start, end) = (pieces[0].Start, pieces[^1].End);
        var here = passages.Where(p => p.Start < end && p.End > start).ToList();
        foreach (var piece in pieces)
        {
            var from = piece.Start;
            foreach (var border in here.SelectMany(p => new[] { p.Start, p.End }).Where(at => at > piece.Start && at < piece.End).Append(piece.End).Distinct().Order())
            {
                Write(writer, encoder, from, border, piece.Differs, here.Exists(p => p.Start <= from && p.End >= border));
                foreach (var ended in here.Where(p => p.End == border))
                {
                    writer.Write(" <small class=\"passage-state\">[");
                    encoder.Encode(writer, Labels.Of(ended.State) + (ended.Moved ? ", moved" : ""));
                    writer.Write("]</small>");
                }

                from = border;
            }
        }
    }

    private void Write(TextWriter writer, HtmlEncoder encoder, int from, int to, bool differs, bool quoted)
    {
        writer.Write(quoted ? "<mark class=\"q\">" : "");
        writer.Write(differs ? $"<{element}>" : "");
        encoder.Encode(writer, text, from, to - from);
        writer.Write(differs ? $"</{element}>" : "");
        writer.Write(quoted ? "</mark>" : "");
    }
}
