using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Exporting;

/// <summary>How rows are written, and read strictly: camelCase, the design's words, UTC times, EDTF dates; what has no value is left out.</summary>
internal static class ExportJson
{
    public static JsonSerializerOptions Options { get; } = Create(indented: false);

    /// <summary>The same for the manifest, which people read.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatIsNeverNull } },
            WriteIndented = indented,
            NewLine = "\n",
            Converters = { new WordJsonConverterFactory(), new PartialDateJsonConverter(), new RawJsonConverter() },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>What may be null is left out where it is.</summary>
    private static void RequireWhatIsNeverNull(JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(member => type.Kind == JsonTypeInfoKind.Object))
        {
            member.IsRequired = member.PropertyType.IsValueType ? Nullable.GetUnderlyingType(member.PropertyType) is null : !member.IsGetNullable;
        }
    }

    private sealed class RawJsonConverter : JsonConverter<RawJson>
    {
        public override bool HandleNull => true;

        public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return new RawJson(document.RootElement.GetRawText());
        }

        public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) => writer.WriteRawValue(value.OneLine, skipInputValidation: true);
    }
}

/// <summary>JSON that is kept letter by letter: values are compared as text.</summary>
internal sealed record RawJson(string Text)
{
    /// <summary>A row is a line.</summary>
    public string OneLine => Text.Contains('\n', StringComparison.Ordinal) ? JsonNode.Parse(Text)?.ToJsonString() ?? "null" : Text;

    public static RawJson? Of(string? text) => text is null ? null : new RawJson(text);
}
