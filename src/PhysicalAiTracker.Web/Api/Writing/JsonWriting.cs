using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PhysicalAiTracker.Web.Api.Writing;

/// <summary>
/// Writes values of one type byte for byte as the serializer writes them: it follows the same contract (<see cref="ApiJson"/>), but asks each member by its
/// own type, where the serializer goes through objects and a stack of its own. What has no such plain contract is left to the serializer.
/// </summary>
internal abstract class JsonWriting
{
    private static readonly ConcurrentDictionary<Type, JsonWriting> Known = new();

    /// <summary>What writes values that are of exactly this type.</summary>
    public static JsonWriting Of(Type type) => Known.GetOrAdd(type, Make);

    /// <param name="value">Not null, and of the type.</param>
    public abstract void WriteObject(Utf8JsonWriter json, object value);

    private static JsonWriting Make(Type type)
    {
        if (JsonLeaves.Of(type) is { } leaf)
        {
            return leaf;
        }

        if (typeof(SparseItem).IsAssignableFrom(type))
        {
            return Create(typeof(SparseWriting<>), type);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Create(typeof(NullableWriting<>), underlying);
        }

        var contract = ApiJson.Options.GetTypeInfo(type);
        return contract.Kind switch
        {
            JsonTypeInfoKind.Object when ObjectWriting.Follows(contract) => Create(typeof(ObjectWriting<>), type),
            JsonTypeInfoKind.Enumerable when contract.ElementType is { } element && typeof(IReadOnlyList<>).MakeGenericType(element).IsAssignableFrom(type) => Create(typeof(ListWriting<,>), type, element),
            _ => Create(typeof(OtherWriting<>), type),
        };
    }

    private static JsonWriting Create(Type writing, params Type[] of) => (JsonWriting)Activator.CreateInstance(writing.MakeGenericType(of))!;
}

/// <inheritdoc/>
internal abstract class JsonWriting<T> : JsonWriting
{
    public static JsonWriting<T> Instance { get; } = (JsonWriting<T>)Of(typeof(T));

    /// <param name="value">Not null.</param>
    public abstract void Write(Utf8JsonWriter json, T value);

    public sealed override void WriteObject(Utf8JsonWriter json, object value) => Write(json, (T)value);
}

/// <summary>What the serializer is left to write.</summary>
internal sealed class OtherWriting<T> : JsonWriting<T>
{
    private readonly JsonTypeInfo _contract = ApiJson.Options.GetTypeInfo(typeof(T));

    public override void Write(Utf8JsonWriter json, T value) => JsonSerializer.Serialize(json, value, _contract);
}

internal sealed class NullableWriting<T> : JsonWriting<T?>
    where T : struct
{
    public override void Write(Utf8JsonWriter json, T? value) => JsonWriting<T>.Instance.Write(json, value!.Value);
}

internal sealed class ListWriting<T, TElement> : JsonWriting<T>
    where T : IReadOnlyList<TElement>
{
    public override void Write(Utf8JsonWriter json, T value)
    {
        var element = JsonWriting<TElement>.Instance;
        json.WriteStartArray();
        for (var index = 0; index < value.Count; index++)
        {
            if (value[index] is { } one)
            {
                element.Write(json, one);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }
}

/// <summary>Each says itself which members it is written with.</summary>
internal sealed class SparseWriting<T> : JsonWriting<T>
    where T : SparseItem
{
    public override void Write(Utf8JsonWriter json, T value) => value.Write(json);
}
