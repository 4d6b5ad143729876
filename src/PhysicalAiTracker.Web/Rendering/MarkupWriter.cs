using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>
/// Markup in the making, for what a page has hundreds of: as with <see cref="Markup"/> what stands in an interpolated string is markup and what is put into it is text and
/// encoded, but it goes straight to where the page takes it from, without an object for each piece. The page takes it once.
/// </summary>
public sealed class MarkupWriter(HtmlEncoder encoder) : IHtmlContentContainer
{
    private const int Smallest = 512;
    private const int Largest = 16 * 1024;

    private readonly List<(char[] Characters, int Length)> _full = [];
    private char[] _characters = ArrayPool<char>.Shared.Rent(Smallest);
    private int _length;
    private Adapter? _adapter;
    private bool _taken;

    /// <summary>In the page's encoding.</summary>
    public static MarkupWriter For(HttpContext context) => new(context.RequestServices.GetRequiredService<HtmlEncoder>());

    /// <summary>Adds an interpolated string.</summary>
    public MarkupWriter Add([InterpolatedStringHandlerArgument("")] in Parts parts)
    {
        _ = parts;
        return this;
    }

    /// <summary>Adds markup as it is.</summary>
    /// <param name="markup">Written in the program, never by a reader or a source.</param>
    public MarkupWriter AddMarkup(ReadOnlySpan<char> markup)
    {
        while (markup.Length > 0)
        {
            var free = Free(1);
            var part = markup[..Math.Min(markup.Length, free.Length)];
            part.CopyTo(free);
            _length += part.Length;
            markup = markup[part.Length..];
        }

        return this;
    }

    /// <summary>Adds text, encoded.</summary>
    public MarkupWriter AddText(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            // The longest that one character can become, which may be two of the string's: "&#x10FFFF;".
            encoder.Encode(text, Free(2 * encoder.MaxOutputCharactersPerInputCharacter), out var read, out var written);
            _length += written;
            text = text[read..];
        }

        return this;
    }

    /// <summary>Adds markup that <see cref="ToUtf8"/> gave.</summary>
    public MarkupWriter AddUtf8(ReadOnlySpan<byte> markup)
    {
        while (markup.Length > 0)
        {
            // Two characters at least, since one of the markup's may become two of the string's.
            Utf8.ToUtf16(markup, Free(2), out var read, out var written);
            _length += written;
            markup = markup[read..];
        }

        return this;
    }

    /// <summary>Takes the markup as UTF-8, to be kept.</summary>
    /// <exception cref="InvalidOperationException">It was taken before.</exception>
    public byte[] ToUtf8()
    {
        var bytes = new ArrayBufferWriter<byte>(Smallest);
        // Two halves of a character may stand in two arrays.
        var utf8 = Encoding.UTF8.GetEncoder();
        Take((characters, length) => utf8.Convert(characters.AsSpan(0, length), bytes, flush: false, out _, out _));
        utf8.Convert([], bytes, flush: true, out _, out _);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Adds what another made.</summary>
    public MarkupWriter Add(IHtmlContent? markup)
    {
        markup?.WriteTo(_adapter ??= new Adapter(this), encoder);
        return this;
    }

    /// <exception cref="InvalidOperationException">It was taken before: its memory has gone to others since.</exception>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => Take((characters, length) => writer.Write(characters, 0, length));

    /// <summary>Gives a page its pieces one by one: the page sends what it has after each, and needs less room.</summary>
    /// <exception cref="InvalidOperationException">It was taken before.</exception>
    public void MoveTo(IHtmlContentBuilder builder)
    {
        ThrowIfTaken();
        foreach (var (characters, length) in _full)
        {
            builder.AppendHtml(new Piece(characters, length));
        }

        builder.AppendHtml(new Piece(_characters, _length));
    }

    /// <inheritdoc cref="MoveTo"/>
    public void CopyTo(IHtmlContentBuilder builder) => MoveTo(builder);

    private void ThrowIfTaken()
    {
        if (_taken)
        {
            throw new InvalidOperationException("A page takes markup once.");
        }

        _taken = true;
    }

    private void Take(Action<char[], int> take)
    {
        ThrowIfTaken();
        foreach (var (characters, length) in _full)
        {
            take(characters, length);
            ArrayPool<char>.Shared.Return(characters);
        }

        take(_characters, _length);
        ArrayPool<char>.Shared.Return(_characters);
    }

    private Span<char> Free(int least)
    {
        if (_characters.Length - _length < least)
        {
            _full.Add((_characters, _length));
            _characters = ArrayPool<char>.Shared.Rent(Math.Min(2 * _characters.Length, Largest));
            _length = 0;
        }

        return _characters.AsSpan(_length);
    }

    /// <summary>What the compiler makes of <c>html.Add($"…")</c>.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Parts
    {
        private readonly MarkupWriter _writer;

        public Parts(int literalLength, int formattedCount, MarkupWriter writer)
        {
            _ = literalLength + formattedCount;
            _writer = writer;
        }

        public void AppendLiteral(string markup) => _writer.AddMarkup(markup);

        public void AppendFormatted(string? text) => _writer.AddText(text);

        public void AppendFormatted(IHtmlContent? markup) => _writer.Add(markup);

        public void AppendFormatted<T>(T value, string? format = null)
            where T : ISpanFormattable
        {
            Span<char> room = stackalloc char[64];
            if (value.TryFormat(room, out var length, format, CultureInfo.InvariantCulture))
            {
                _writer.AddText(room[..length]);
            }
            else
            {
                _writer.AddText(value.ToString(format, CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>A part of what was written, whose memory goes to others once it is in the page.</summary>
    private sealed class Piece(char[] characters, int length) : IHtmlContent
    {
        private char[]? _characters = characters;

        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var taken = Interlocked.Exchange(ref _characters, null) ?? throw new InvalidOperationException("A page takes markup once.");
            writer.Write(taken, 0, length);
            ArrayPool<char>.Shared.Return(taken);
        }
    }

    /// <summary>For markup that writes itself the framework's way.</summary>
    private sealed class Adapter(MarkupWriter writer) : TextWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.Unicode;

        public override void Write(char value) => writer.AddMarkup([value]);

        public override void Write(char[] buffer, int index, int count) => writer.AddMarkup(buffer.AsSpan(index, count));

        public override void Write(ReadOnlySpan<char> buffer) => writer.AddMarkup(buffer);

        public override void Write(string? value) => writer.AddMarkup(value);
    }
}
