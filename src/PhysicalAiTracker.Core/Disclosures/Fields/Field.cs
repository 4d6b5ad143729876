using System.Text.Json.Nodes;

namespace PhysicalAiTracker.Core.Disclosures.Fields;

/// <summary>
/// One field of a record or of a part of one: the single description that forms, REST, imports, revisions and the JSON Schema
/// are made from.
/// </summary>
public abstract class Field(string name, string label, FieldShape shape)
{
    /// <summary>camelCase, as in JSON.</summary>
    public string Name { get; } = name;

    /// <summary>What a form calls it.</summary>
    public string Label { get; } = label;

    public FieldShape Shape { get; } = shape;

    /// <summary>What a form says below it.</summary>
    public string? Hint { get; internal set; }

    public bool IsRequired { get; internal set; }

    /// <summary>The tracker's own words or judgement: needs no passage.</summary>
    public bool IsEditorial { get; internal set; }

    /// <summary>A value in its one spelling, references as ids; null after reporting why it is none.</summary>
    public abstract JsonNode? Canonical(JsonNode node, string pointer, ReadContext context);
}

/// <summary>A field of <typeparamref name="TOwner"/>.</summary>
/// <param name="show">The current value as canonical JSON; null where there is none.</param>
/// <param name="read">Sets the value from JSON (null clears), or reports problems to the context and leaves it alone.</param>
/// <param name="canonical">The same value in its one spelling; null after reporting why it is none.</param>
public sealed class Field<TOwner>(
    string name,
    string label,
    FieldShape shape,
    Func<TOwner, JsonNode?> show,
    Action<TOwner, JsonNode?, string, ReadContext> read,
    Func<JsonNode, string, ReadContext, JsonNode?> canonical)
    : Field(name, label, shape)
{
    public override JsonNode? Canonical(JsonNode node, string pointer, ReadContext context) => canonical(node, pointer, context);

    public JsonNode? Show(TOwner owner) => show(owner);

    public void Read(TOwner owner, JsonNode? node, string pointer, ReadContext context)
    {
        if (node is null && IsRequired)
        {
            context.Report(pointer, "is required");
            return;
        }

        read(owner, node, pointer, context);
    }

    public Field<TOwner> Required()
    {
        IsRequired = true;
        return this;
    }

    public Field<TOwner> Editorial()
    {
        IsEditorial = true;
        return this;
    }

    public Field<TOwner> Says(string hint)
    {
        Hint = hint;
        return this;
    }
}

/// <summary>Something wrong with a document, at a JSON pointer (RFC 6901) into it.</summary>
public sealed record Problem(string Pointer, string Message);
