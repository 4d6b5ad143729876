using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Fields;

/// <summary>A part of a record that has a place in a list.</summary>
public interface IOrdered
{
    int Ordinal { get; set; }
}

/// <summary>Lists the fields of <typeparamref name="TOwner"/>, each with how to get and how to set it.</summary>
public sealed class FieldSetBuilder<TOwner>
{
    /// <summary>No list field takes more entries than this.</summary>
    public const int MaxItems = 100;

    internal List<Field<TOwner>> Fields { get; } = [];

    public Field<TOwner> Text(string name, string label, Func<TOwner, string?> get, Action<TOwner, string?> set, int max, bool multiline = false) =>
        Add(name, label, new TextShape(max, multiline), Values.Text(max), get, set);

    public Field<TOwner> Url(string name, string label, Func<TOwner, string?> get, Action<TOwner, string?> set, int max) =>
        Add(name, label, new UrlShape(max), Values.Url, get, set);

    public Field<TOwner> Slug(string name, string label, Func<TOwner, string?> get, Action<TOwner, string?> set) =>
        Add(name, label, new TextShape(Shared.Slug.MaxLength), Values.Slug, get, set);

    public Field<TOwner> Word<TEnum>(string name, string label, Func<TOwner, TEnum?> get, Action<TOwner, TEnum?> set)
        where TEnum : struct, Enum =>
        AddStruct(name, label, new WordShape(Words.All<TEnum>()), Values.Word<TEnum>(), get, set);

    public Field<TOwner> Date(string name, string label, Func<TOwner, PartialDate?> get, Action<TOwner, PartialDate?> set) =>
        Add(name, label, new DateShape(), Values.Date, get, set);

    public Field<TOwner> Day(string name, string label, Func<TOwner, DateOnly?> get, Action<TOwner, DateOnly?> set) =>
        AddStruct(name, label, new DayShape(), Values.Day, get, set);

    public Field<TOwner> Money(string name, string label, Func<TOwner, Money?> get, Action<TOwner, Money?> set) =>
        Add(name, label, new MoneyShape(), Values.Money, get, set);

    public Field<TOwner> Quantity(string name, string label, Func<TOwner, Quantity?> get, Action<TOwner, Quantity?> set) =>
        Add(name, label, new QuantityShape(), Values.Quantity, get, set);

    public Field<TOwner> Number(string name, string label, Func<TOwner, decimal?> get, Action<TOwner, decimal?> set) =>
        AddStruct(name, label, new NumberShape(), Values.Number, get, set);

    public Field<TOwner> Integer(string name, string label, Func<TOwner, int?> get, Action<TOwner, int?> set, int min, int max) =>
        AddStruct(name, label, new IntegerShape(min, max), Values.Integer(min, max), get, set);

    /// <summary>False is the same as not given.</summary>
    public Field<TOwner> Flag(string name, string label, Func<TOwner, bool> get, Action<TOwner, bool> set, bool fallback = false) =>
        AddStruct(name, label, new FlagShape(), Values.Flag, owner => get(owner) == fallback ? null : get(owner), (owner, value) => set(owner, value ?? fallback));

    public Field<TOwner> Party(string name, string label, Func<TOwner, Guid?> get, Action<TOwner, Guid?> set) =>
        AddStruct(name, label, new PartyShape(), Values.Reference((context, text, pointer) => context.FindParty(text, pointer)), get, set);

    public Field<TOwner> Record(string name, string label, RecordKind kind, Func<TOwner, Guid?> get, Action<TOwner, Guid?> set) =>
        AddStruct(name, label, new RecordShape(kind), Values.Reference((context, text, pointer) => context.FindRecord(kind, text, pointer)), get, set);

    public Field<TOwner> Source(string name, string label, Func<TOwner, Guid?> get, Action<TOwner, Guid?> set) =>
        AddStruct(name, label, new SourceShape(), Values.Reference((context, text, pointer) => context.FindSource(text, pointer)), get, set);

    public Field<TOwner> Assertion(string name, string label, Func<TOwner, Guid?> get, Action<TOwner, Guid?> set) =>
        AddStruct(name, label, new AssertionShape(), Values.Reference((context, text, pointer) => context.FindAssertion(text, pointer)), get, set);

    public Field<TOwner> Texts(string name, string label, Func<TOwner, IReadOnlyList<string>> get, Action<TOwner, IReadOnlyList<string>> set, int max) =>
        AddList(name, label, new TextShape(max), Values.Text(max), get, set, Distinct);

    /// <summary>Kebab-case words of an open vocabulary, such as sectors.</summary>
    public Field<TOwner> Tags(string name, string label, Func<TOwner, IReadOnlyList<string>> get, Action<TOwner, IReadOnlyList<string>> set, int max) =>
        AddList(name, label, new TextShape(max), Values.Slug, get, set, Distinct);

    public Field<TOwner> WordList<TEnum>(string name, string label, Func<TOwner, IReadOnlyList<TEnum>> get, Action<TOwner, IReadOnlyList<TEnum>> set)
        where TEnum : struct, Enum =>
        AddList(name, label, new WordShape(Words.All<TEnum>()), Values.Word<TEnum>(), get, set, values => [.. values.Distinct()]);

    /// <summary>Objects with fields of their own, kept in the order given. A new list replaces the old one as a whole.</summary>
    public Field<TOwner> Items<TItem>(string name, string label, Func<TOwner, List<TItem>> list, Action<FieldSetBuilder<TItem>> define)
        where TItem : class, IOrdered, new()
    {
        var fields = new FieldSet<TItem>(define);
        List<TItem>? ReadItems(JsonNode? node, string pointer, ReadContext context) =>
            Values.ReadArray(node, pointer, context, MaxItems, (item, at) =>
            {
                var made = new TItem();
                if (item is JsonObject members)
                {
                    fields.Read(made, members, at, context);
                }
                else
                {
                    context.Report(at, "is not an object");
                }

                return made;
            });

        return Add(new Field<TOwner>(
            name,
            label,
            new ItemsShape(fields.All, MaxItems),
            owner => Array(list(owner).OrderBy(item => item.Ordinal).Select(fields.Show)),
            (owner, node, pointer, context) =>
            {
                if (ReadItems(node, pointer, context) is { } items)
                {
                    list(owner).Clear();
                    foreach (var (index, item) in items.Index())
                    {
                        item.Ordinal = index;
                        list(owner).Add(item);
                    }
                }
            },
            (node, pointer, context) => Sound(context, () => ReadItems(node, pointer, context)) is { } items ? Array(items.Select(fields.Show)) : null));
    }

    /// <summary>What is made, or null where problems were reported meanwhile.</summary>
    private static T? Sound<T>(ReadContext context, Func<T?> make)
        where T : class
    {
        var before = context.Problems.Count;
        var made = make();
        return context.Problems.Count == before ? made : null;
    }

    private static IReadOnlyList<string> Distinct(IReadOnlyList<string> values) => [.. values.Distinct(StringComparer.Ordinal)];

    private static JsonArray? Array(IEnumerable<JsonNode> nodes) => nodes.ToArray() is { Length: > 0 } some ? new JsonArray(some) : null;

    private Field<TOwner> AddList<TValue>(
        string name, string label, FieldShape of, ValueType<TValue> type, Func<TOwner, IReadOnlyList<TValue>> get, Action<TOwner, IReadOnlyList<TValue>> set, Func<IReadOnlyList<TValue>, IReadOnlyList<TValue>> tidy)
    {
        IReadOnlyList<TValue>? ReadValues(JsonNode? node, string pointer, ReadContext context) => Sound(context, () =>
            Values.ReadArray(node, pointer, context, MaxItems, (item, at) => type.TryRead(item, at, context, out var value) ? value : default!));

        return Add(new Field<TOwner>(
            name,
            label,
            new ListShape(of, MaxItems),
            owner => Array(get(owner).Select(type.Show)),
            (owner, node, pointer, context) =>
            {
                if (ReadValues(node, pointer, context) is { } values)
                {
                    set(owner, tidy(values));
                }
            },
            (node, pointer, context) => ReadValues(node, pointer, context) is { } values ? Array(tidy(values).Select(type.Show)) : null));
    }

    private Field<TOwner> Add<TValue>(
        string name, string label, FieldShape shape, ValueType<TValue> type, Func<TOwner, TValue?> get, Action<TOwner, TValue?> set)
        where TValue : class =>
        Add(new Field<TOwner>(
            name,
            label,
            shape,
            owner => get(owner) is { } value ? type.Show(value) : null,
            (owner, node, pointer, context) =>
            {
                if (node is null)
                {
                    set(owner, null);
                }
                else if (type.TryRead(node, pointer, context, out var value))
                {
                    set(owner, value);
                }
            },
            (node, pointer, context) => type.TryRead(node, pointer, context, out var value) ? type.Show(value) : null));

    private Field<TOwner> AddStruct<TValue>(
        string name, string label, FieldShape shape, ValueType<TValue> type, Func<TOwner, TValue?> get, Action<TOwner, TValue?> set)
        where TValue : struct =>
        Add(new Field<TOwner>(
            name,
            label,
            shape,
            owner => get(owner) is { } value ? type.Show(value) : null,
            (owner, node, pointer, context) =>
            {
                if (node is null)
                {
                    set(owner, null);
                }
                else if (type.TryRead(node, pointer, context, out var value))
                {
                    set(owner, value);
                }
            },
            (node, pointer, context) => type.TryRead(node, pointer, context, out var value) ? type.Show(value) : null));

    private Field<TOwner> Add(Field<TOwner> field)
    {
        Fields.Add(field);
        return field;
    }
}
