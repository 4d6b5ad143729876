using System.Collections.Frozen;
using System.Text.Json;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Api.Writing;

/// <summary>Values without members.</summary>
internal static class JsonLeaves
{
    private static readonly FrozenDictionary<Type, JsonWriting> Known = new JsonWriting[]
    {
        new Leaf<string>((json, text) => json.WriteStringValue(text)),
        new Leaf<Guid>((json, id) => json.WriteStringValue(id)),
        new Leaf<bool>((json, yes) => json.WriteBooleanValue(yes)),
        new Leaf<int>((json, number) => json.WriteNumberValue(number)),
        new Leaf<long>((json, number) => json.WriteNumberValue(number)),
        new Leaf<decimal>((json, number) => json.WriteNumberValue(ApiJson.Plain(number))),
        new Leaf<DateTime>((json, time) => json.WriteStringValue(time)),
        new Leaf<DateOnly>(WriteDay),
        new Leaf<PartialDate>((json, date) => json.WriteStringValue(date.Text)),
    }.ToFrozenDictionary(leaf => leaf.GetType().GenericTypeArguments[0]);

    /// <summary>Null where values of the type have members, or are written in a way of their own.</summary>
    public static JsonWriting? Of(Type type) =>
        type.IsEnum ? (JsonWriting)Activator.CreateInstance(typeof(WordWriting<>).MakeGenericType(type))! : Known.GetValueOrDefault(type);

    private static void WriteDay(Utf8JsonWriter json, DateOnly day)
    {
        Span<char> text = stackalloc char[10];
        day.TryFormat(text, out var length, "O");
        json.WriteStringValue(text[..length]);
    }

    private sealed class Leaf<T>(Action<Utf8JsonWriter, T> write) : JsonWriting<T>
    {
        public override void Write(Utf8JsonWriter json, T value) => write(json, value);
    }

    private sealed class WordWriting<TEnum> : JsonWriting<TEnum>
        where TEnum : struct, Enum
    {
        public override void Write(Utf8JsonWriter json, TEnum value) => json.WriteStringValue(Words.Of(value));
    }
}
