using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PhysicalAiTracker.Web.Api.Writing;

/// <summary>Things with members.</summary>
internal static class ObjectWriting
{
    /// <summary>Whether a contract says no more than which members there are, in which order and when.</summary>
    public static bool Follows(JsonTypeInfo contract) =>
        contract is { Kind: JsonTypeInfoKind.Object, PolymorphismOptions: null, OnSerializing: null, OnSerialized: null, NumberHandling: null } && contract.Type is { IsClass: true }
        && contract.Properties.All(member => member is { CustomConverter: null, NumberHandling: null, IsExtensionData: false });
}

internal sealed class ObjectWriting<T> : JsonWriting<T>
    where T : class
{
    /// <summary>All members that are written, in their order.</summary>
    public static IReadOnlyList<MemberWriting<T>> Members { get; } = [.. ApiJson.WrittenOf(typeof(T)).Select(MemberWriting<T>.Of)];

    public override void Write(Utf8JsonWriter json, T value) => Write(json, value, Members);

    /// <summary>Writes some of the members.</summary>
    public static void Write(Utf8JsonWriter json, T value, IReadOnlyList<MemberWriting<T>> members)
    {
        json.WriteStartObject();
        for (var index = 0; index < members.Count; index++)
        {
            members[index].Write(json, value);
        }

        json.WriteEndObject();
    }
}

/// <summary>Writes one member of a thing.</summary>
internal abstract class MemberWriting<T>(JsonPropertyInfo member)
    where T : class
{
    protected JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(member.Name, ApiJson.Options.Encoder);

    public string Name => member.Name;

    public static MemberWriting<T> Of(JsonPropertyInfo member) =>
        member.AttributeProvider is PropertyInfo { GetMethod: { IsStatic: false } get } && member.PropertyType == get.ReturnType
            ? (MemberWriting<T>)Activator.CreateInstance(typeof(TypedMember<>).MakeGenericType(typeof(T), get.ReturnType), member, get)!
            : new UntypedMember(member);

    public abstract void Write(Utf8JsonWriter json, T item);

    protected bool IsWritten(T item, object? value) => member.ShouldSerialize is not { } should || should(item, value);

    private sealed class TypedMember<TValue>(JsonPropertyInfo member, MethodInfo get) : MemberWriting<T>(member)
    {
        private readonly bool _isAlways = member.ShouldSerialize is null;
        private readonly Func<T, TValue> _get = get.CreateDelegate<Func<T, TValue>>();

        /// <summary>Found when first needed: a thing may have things of its own type.</summary>
        private JsonWriting<TValue>? _writing;

        public override void Write(Utf8JsonWriter json, T item)
        {
            var value = _get(item);
            if (!_isAlways && !IsWritten(item, value))
            {
                return;
            }

            if (value is null)
            {
                json.WriteNull(EncodedName);
            }
            else
            {
                json.WritePropertyName(EncodedName);
                (_writing ??= JsonWriting<TValue>.Instance).Write(json, value);
            }
        }
    }

    /// <summary>One that the contract adds, or whose declared type tells nothing.</summary>
    private sealed class UntypedMember(JsonPropertyInfo member) : MemberWriting<T>(member)
    {
        private readonly Func<object, object?> _get = member.Get!;
        private readonly JsonTypeInfo _contract = ApiJson.Options.GetTypeInfo(member.PropertyType);

        public override void Write(Utf8JsonWriter json, T item)
        {
            var value = _get(item);
            if (!IsWritten(item, value))
            {
                return;
            }

            json.WritePropertyName(EncodedName);
            switch (value)
            {
                case null:
                    json.WriteNullValue();
                    break;
                case string text:
                    json.WriteStringValue(text);
                    break;
                default:
                    JsonSerializer.Serialize(json, value, _contract);
                    break;
            }
        }
    }
}
