using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Api;

/// <summary>How Core's items are written for programs: camelCase, the design's words, dates as EDTF text, nulls present.</summary>
internal static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The members that an item of this type is written with, in their order.</summary>
    public static IReadOnlyList<string> MembersOf(Type type) => [.. WrittenOf(type).Select(property => property.Name)];

    /// <summary>The same with what is known of them; members that are never written have no getter.</summary>
    public static IEnumerable<JsonPropertyInfo> WrittenOf(Type type) => Options.GetTypeInfo(type).Properties.Where(property => property.Get is not null);

    /// <summary>An answer to be changed before it is written.</summary>
    public static JsonNode? ToNode(object body) => JsonSerializer.SerializeToNode(body, body is SparseItem ? typeof(SparseItem) : body.GetType(), Options);

    /// <summary>Without zeros behind the last decimal: SQLite gives 30000.0 where PostgreSQL gives 30000, and one number is written one way.</summary>
    public static decimal Plain(decimal number) => number.Scale == 0 ? number : number / 1.0000000000000000000000000000m;

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            // The answer is JSON and nosniff, never part of a page: quotation marks and umlauts may stay readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { ItemMembers.Arrange } },
            Converters = { new WordJsonConverterFactory(), new PartialDateJsonConverter(), new DecimalConverter() },
        };
        options.MakeReadOnly();
        return options;
    }

    private sealed class DecimalConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(Plain(value));
    }
}
