using System.Text.Json.Nodes;

namespace PhysicalAiTracker.Core.Disclosures.Fields;

/// <summary>The fields of one kind of object, and how an object of them is read and shown.</summary>
public sealed class FieldSet<TOwner>
{
    private readonly Dictionary<string, Field<TOwner>> _byName;

    public FieldSet(Action<FieldSetBuilder<TOwner>> define)
    {
        var builder = new FieldSetBuilder<TOwner>();
        define(builder);
        All = builder.Fields;
        _byName = All.ToDictionary(field => field.Name, StringComparer.Ordinal);
    }

    public IReadOnlyList<Field<TOwner>> All { get; }

    public Field<TOwner>? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Reads the fields that the object has; unknown ones and missing required ones are reported.</summary>
    /// <param name="isNew">Whether a required field must be there.</param>
    /// <param name="others">Members of the object that somebody else reads.</param>
    public void Read(TOwner owner, JsonObject node, string pointer, ReadContext context, bool isNew = true, params ReadOnlySpan<string> others)
    {
        foreach (var (name, value) in node)
        {
            if (_byName.TryGetValue(name, out var field))
            {
                field.Read(owner, value, Pointers.Append(pointer, name), context);
            }
            else if (!others.Contains(name))
            {
                context.Report(Pointers.Append(pointer, name), $"is no field here; known are {string.Join(", ", _byName.Keys.Concat(others.ToArray()))}");
            }
        }

        foreach (var field in All)
        {
            if (isNew && field.IsRequired && !node.ContainsKey(field.Name))
            {
                context.Report(Pointers.Append(pointer, field.Name), "is required");
            }
        }
    }

    /// <summary>All fields that have a value, as canonical JSON.</summary>
    public JsonObject Show(TOwner owner)
    {
        var node = new JsonObject();
        foreach (var field in All)
        {
            if (field.Show(owner) is { } value)
            {
                node.Add(field.Name, value);
            }
        }

        return node;
    }
}

/// <summary>JSON pointers, RFC 6901.</summary>
public static class Pointers
{
    public static string Append(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public static string Append(string pointer, int index) => $"{pointer}/{index.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
