using System.Text.Json;

namespace PhysicalAiTracker.Core.Importing.Tables;

/// <summary>What is wrong with a text that is no JSON, in words for whoever wrote it.</summary>
internal static class JsonFault
{
    /// <param name="isLine">Whether the text is one line, whose number is told already.</param>
    public static string Of(JsonException exception, bool isLine = false) => exception is { LineNumber: { } line, BytePositionInLine: { } position }
        ? FormattableString.Invariant($"is no JSON from {(isLine ? "" : $"line {line + 1}, ")}byte {position + 1} on")
        : "is no JSON: a member is there twice, or too much is nested";
}
