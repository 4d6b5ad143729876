using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PhysicalAiTracker.Web.Api;

/// <summary>An item of which only some members are written.</summary>
/// <param name="Members">In the order in which they are written.</param>
[JsonConverter(typeof(Converter))]
internal sealed record SparseItem(object Item, IReadOnlyList<JsonPropertyInfo> Members)
{
    private sealed class Converter : JsonConverter<SparseItem>
    {
        public override SparseItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, SparseItem value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var member in value.Members)
            {
                var given = member.Get!(value.Item);
                if (member.ShouldSerialize?.Invoke(value.Item, given) ?? true)
                {
                    writer.WritePropertyName(member.Name);
                    JsonSerializer.Serialize(writer, given, member.PropertyType, options);
                }
            }

            writer.WriteEndObject();
        }
    }
}
