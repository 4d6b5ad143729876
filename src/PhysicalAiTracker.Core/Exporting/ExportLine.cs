using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PhysicalAiTracker.Core.Exporting;

/// <summary>Writes one row after another as a line of JSON in UTF-8, in the same memory.</summary>
internal sealed class ExportLine : IDisposable
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Utf8JsonWriter _json;

    public ExportLine() => _json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <returns>The line, until the next is written.</returns>
    public ReadOnlyMemory<byte> Of<TRow>(TRow row)
    {
        _bytes.ResetWrittenCount();
        _json.Reset();
        JsonSerializer.Serialize(_json, row, ExportJson.Options);
        _json.Flush();
        return _bytes.WrittenMemory;
    }

    /// <param name="head">What stands first in the line.</param>
    /// <param name="rest">An object of JSON: the other members.</param>
    /// <returns>The line, until the next is written.</returns>
    public ReadOnlyMemory<byte> Of<THead>(THead head, string rest)
    {
        // The brace that closes the one object is the comma before the members of the other.
        MemoryMarshal.AsMemory(Of(head)).Span[^1] = (byte)',';
        Encoding.UTF8.GetBytes(rest.AsSpan(1), _bytes);
        return _bytes.WrittenMemory;
    }

    public void Dispose() => _json.Dispose();
}
