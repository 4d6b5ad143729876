using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>HTML from an interpolated string: what stands in the string is markup, what is put into it is text and encoded.</summary>
public static class Markup
{
    public static IHtmlContent Of(MarkupParts markup) => markup;

    /// <summary>What a writer makes, for where markup is put together.</summary>
    public static IHtmlContent By<T>(T value, Action<MarkupWriter, T> write) => new Written<T>(value, write);

    /// <summary>Some markup for each item, one directly after the other.</summary>
    public static IHtmlContent Each<T>(IEnumerable<T> items, Func<T, IHtmlContent> show)
    {
        var all = new HtmlContentBuilder();
        foreach (var item in items)
        {
            all.AppendHtml(show(item));
        }

        return all;
    }

    private sealed class Written<T>(T value, Action<MarkupWriter, T> write) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var html = new MarkupWriter(encoder);
            write(html, value);
            html.WriteTo(writer, encoder);
        }
    }
}

/// <summary>
/// What the compiler makes of <c>Markup.Of($"…")</c>. It goes to the answer piece by piece, where the framework's <see cref="HtmlFormattableString"/> makes
/// a string of each piece of markup in another anew.
/// </summary>
[InterpolatedStringHandler]
public sealed class MarkupParts : IHtmlContent
{
    /// <summary>Markup at even places, what is put in between at odd ones.</summary>
    private readonly object?[] _parts;
    private int _count;

    public MarkupParts(int literalLength, int formattedCount)
    {
        _ = literalLength;
        _parts = new object?[(2 * formattedCount) + 1];
    }

    public void AppendLiteral(string markup) => _parts[_count++] = markup;

    public void AppendFormatted(string? text) => Add(text);

    public void AppendFormatted(IHtmlContent? markup) => Add(markup);

    public void AppendFormatted<T>(T value, string? format = null) => Add(value switch
    {
        IHtmlContent or null => value,
        IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    });

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        for (var at = 0; at < _count; at++)
        {
            switch (_parts[at])
            {
                case IHtmlContent markup:
                    markup.WriteTo(writer, encoder);
                    break;
                case string text when (at & 1) == 0:
                    writer.Write(text);
                    break;
                case string text:
                    encoder.Encode(writer, text);
                    break;
            }
        }
    }

    private void Add(object? value)
    {
        // Between two values stands no markup.
        _count += ~_count & 1;
        _parts[_count++] = value;
    }
}
