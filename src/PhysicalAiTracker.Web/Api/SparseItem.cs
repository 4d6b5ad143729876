using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using PhysicalAiTracker.Web.Api.Writing;

namespace PhysicalAiTracker.Web.Api;

/// <summary>An item of which only some members are written.</summary>
[JsonConverter(typeof(Converter))]
internal abstract class SparseItem
{
    private static readonly ConcurrentDictionary<Type, IPicker> Pickers = new();

    /// <summary>What picks members of items of a type.</summary>
    /// <param name="members">Names of those wanted; they are written in their usual order.</param>
    public static Func<object, SparseItem> Picking(Type item, IReadOnlyCollection<string> members) =>
        Pickers.GetOrAdd(item, type => (IPicker)Activator.CreateInstance(typeof(Picker<>).MakeGenericType(type))!).Picking(members);

    public abstract void Write(Utf8JsonWriter json);

    private interface IPicker
    {
        Func<object, SparseItem> Picking(IReadOnlyCollection<string> members);
    }

    private sealed class Picker<TItem> : IPicker
        where TItem : class
    {
        public Func<object, SparseItem> Picking(IReadOnlyCollection<string> members)
        {
            MemberWriting<TItem>[] picked = [.. ObjectWriting<TItem>.Members.Where(member => members.Contains(member.Name))];
            return item => new Picked<TItem>((TItem)item, picked);
        }
    }

    private sealed class Picked<TItem>(TItem item, MemberWriting<TItem>[] members) : SparseItem
        where TItem : class
    {
        public override void Write(Utf8JsonWriter json) => ObjectWriting<TItem>.Write(json, item, members);
    }

    private sealed class Converter : JsonConverter<SparseItem>
    {
        public override bool CanConvert(Type typeToConvert) => typeof(SparseItem).IsAssignableFrom(typeToConvert);

        public override SparseItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, SparseItem value, JsonSerializerOptions options) => value.Write(writer);
    }
}
