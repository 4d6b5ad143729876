using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Html;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Tests.Pages;

/// <summary>What is written into a page is what a page's own encoder makes of it, however long and of whatever characters.</summary>
public sealed class MarkupWriterTests
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    [Fact]
    public void What_stands_in_the_string_is_markup_and_what_is_put_into_it_is_text()
    {
        var evil = "<script>alert('1')</script> \" &";
        IHtmlContent? none = null;

        Written(html => html.Add($"<b title=\"{evil}\">{evil}</b>{(string?)null}{none}").Add(Markup.Of($"<i>{evil}</i>")))
            .Should().Be($"<b title=\"{Encoder.Encode(evil)}\">{Encoder.Encode(evil)}</b><i>{Encoder.Encode(evil)}</i>").And.NotContain("<script>");
    }

    [Fact]
    public void Numbers_and_days_are_written_as_every_reader_has_them()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NumberGroupSeparator, other.NumberFormat.NegativeSign) = (",", ".", "~");
            CultureInfo.CurrentCulture = other;
            Written(html => html.Add($"{1234567.5m:#,##0.##} {-3} {new DateOnly(2026, 3, 1):yyyy-MM-dd} {Guid.Empty}"))
                .Should().Be("1,234,567.5 -3 2026-03-01 00000000-0000-0000-0000-000000000000");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Text_of_any_length_and_any_characters_is_encoded_as_a_whole() => Prop.ForAll(Texts(), parts =>
    {
        var written = Written(html =>
        {
            foreach (var part in parts)
            {
                html.Add($"<p>{part}</p>").AddMarkup(part).AddText(part).Add(new HtmlString(part)).Add(Markup.By(part, static (inner, text) => inner.AddText(text)));
            }
        });

        return written == string.Concat(parts.Select(part => $"<p>{Encoder.Encode(part)}</p>{part}{Encoder.Encode(part)}{part}{Encoder.Encode(part)}"));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void What_was_kept_as_UTF8_is_written_as_it_was() => Prop.ForAll(Texts(), parts =>
    {
        var kept = new MarkupWriter(Encoder);
        foreach (var part in parts)
        {
            kept.AddMarkup(part).AddText(part);
        }

        var bytes = kept.ToUtf8();
        var before = Written(html =>
        {
            foreach (var part in parts)
            {
                html.AddMarkup(part).AddText(part);
            }
        });

        return bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(before)) && Written(html => html.AddMarkup("<").AddUtf8(bytes).AddUtf8(bytes)) == "<" + Encoding.UTF8.GetString(bytes) + Encoding.UTF8.GetString(bytes);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void A_page_takes_it_once_since_its_memory_goes_to_others()
    {
        var html = new MarkupWriter(Encoder).AddText("once");
        html.WriteTo(TextWriter.Null, Encoder);

        html.Invoking(taken => taken.WriteTo(TextWriter.Null, Encoder)).Should().Throw<InvalidOperationException>();
        html.Invoking(taken => taken.ToUtf8()).Should().Throw<InvalidOperationException>();
    }

    /// <summary>Around the lengths at which memory is taken anew, with what takes one character, ten, and half a character.</summary>
    private static Arbitrary<string[]> Texts() =>
        (from characters in Gen.Elements("a", "&", "é", "\uD83D\uDE00", "\u202E", "\uD83D", "\0", "a<b>'\"")
         from length in Gen.Elements(0, 1, 63, 500, 511, 512, 513, 1023, 5000, 16383, 16385, 40000)
         select string.Concat(Enumerable.Repeat(characters, (length / characters.Length) + 1))[..length]).ArrayOf(4).ToArbitrary();

    private static string Written(Action<MarkupWriter> write)
    {
        var html = new MarkupWriter(Encoder);
        write(html);
        using var page = new StringWriter();
        html.WriteTo(page, Encoder);
        return page.ToString();
    }
}
