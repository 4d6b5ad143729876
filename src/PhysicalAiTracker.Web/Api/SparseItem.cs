using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PhysicalAiTracker.Web.Api;

/// <summary>An item of which only some members are written.</summary>
/// <param name="Members">In the order in which they are written.</param>
[JsonConverter(typeof(Converter))]
internal sealed record SparseItem(object Item, IReadOnlyList<SparseMember> Members)
{
    private sealed class Converter : JsonConverter<SparseItem>
    {
        public override SparseItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, SparseItem value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var member in value.Members)
            {
                member.Write(writer, value.Item);
            }

            writer.WriteEndObject();
        }
    }
}

/// <summary>How a member of an item is written.</summary>
internal sealed class SparseMember(JsonPropertyInfo property)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<SparseMember>> Known = new();

    private readonly JsonEncodedText _name = JsonEncodedText.Encode(property.Name, ApiJson.Options.Encoder);
    private readonly JsonTypeInfo _type = ApiJson.Options.GetTypeInfo(property.PropertyType);

    public string Name => property.Name;

    /// <summary>All that items of a type are written with, in their order.</summary>
    public static IReadOnlyList<SparseMember> Of(Type item) => Known.GetOrAdd(item, type => [.. ApiJson.WrittenOf(type).Select(member => new SparseMember(member))]);

    public void Write(Utf8JsonWriter writer, object item)
    {
        var value = property.Get!(item);
        if (property.ShouldSerialize?.Invoke(item, value) ?? true)
        {
            writer.WritePropertyName(_name);
            if (value is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                JsonSerializer.Serialize(writer, value, _type);
            }
        }
    }
}
