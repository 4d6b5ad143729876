using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Exporting;

/// <summary>Reads lines of an export.</summary>
internal static class ExportLines
{
    private const string NoObject = "is no object of JSON";

    /// <summary>What the text of a value in a message is cut to.</summary>
    private const int Shown = 60;

    public static JsonObject Parse(string line) => Parse(Encoding.UTF8.GetBytes(line));

    /// <param name="line">In UTF-8.</param>
    public static JsonObject Parse(ReadOnlySpan<byte> line) =>
        JsonNode.Parse(line, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject ?? throw new FormatException(NoObject);

    /// <summary>A row whose members are those of a type.</summary>
    /// <exception cref="FormatException">It has another member, lacks one, or one has a value that it cannot have.</exception>
    public static TRow Row<TRow>(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<TRow>(line, ExportJson.Options) ?? throw new FormatException(NoObject);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // What the reader says speaks of types; which member it is can be told from the row.
            throw new FormatException(ProblemOf(typeof(TRow), Parse(line), "") ?? NoObject, exception);
        }
    }

    /// <summary>Takes the members of the head off the row.</summary>
    public static THead Head<THead>(JsonObject row)
    {
        var head = new JsonObject();
        foreach (var name in ExportJson.Options.GetTypeInfo(typeof(THead)).Properties.Select(member => member.Name))
        {
            if (row[name] is { } value)
            {
                head[name] = value.DeepClone();
            }

            row.Remove(name);
        }

        return Row<THead>(head.ToJsonString());
    }

    /// <exception cref="FormatException">One of the items is null.</exception>
    public static void RefuseNull<T>(string member, IReadOnlyList<T> items)
        where T : class
    {
        if (items.Index().FirstOrDefault(item => item.Item is null, (-1, null!)).Index is var index and >= 0)
        {
            throw new FormatException($"{Pointers.Append(Pointers.Append("", member), index)} is null");
        }
    }

    public static void Refuse(ReadContext context)
    {
        if (context.Problems is [var problem, ..])
        {
            throw new FormatException($"{problem.Pointer} {problem.Message}");
        }
    }

    /// <summary>The first thing that keeps an object from being of a type, with the pointer of its member.</summary>
    private static string? ProblemOf(Type type, JsonNode? node, string at)
    {
        if (node is not JsonObject row)
        {
            return $"{at} {NoObject}".TrimStart();
        }

        var members = ExportJson.Options.GetTypeInfo(type).Properties;
        foreach (var member in members)
        {
            var pointer = Pointers.Append(at, member.Name);
            if (row[member.Name] is not { } value)
            {
                if (member.IsRequired)
                {
                    return $"{pointer} is missing";
                }
            }
            else if (!Fits(member, value))
            {
                return value is JsonArray items && member.PropertyType.IsGenericType
                    ? items.Index().Select(item => ProblemOf(member.PropertyType.GenericTypeArguments[0], item.Item, Pointers.Append(pointer, item.Index))).FirstOrDefault(found => found is not null)
                    : $"{pointer} is {Shorten(value)}: {WhatIsWanted(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType)}";
            }
        }

        return row.Select(member => member.Key).FirstOrDefault(name => members.All(member => member.Name != name)) is { } strange
            ? $"{Pointers.Append(at, strange)} is no member of such a row"
            : null;
    }

    private static bool Fits(JsonPropertyInfo member, JsonNode value)
    {
        try
        {
            value.Deserialize(member.PropertyType, ExportJson.Options);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    private static string WhatIsWanted(Type type) => type switch
    {
        _ when type == typeof(Guid) => "it is an id (UUID)",
        _ when type == typeof(DateTime) => "it is a time in UTC, as 2026-11-26T09:30:00Z",
        _ when type == typeof(PartialDate) => "it is a date (EDTF), as 2026-11",
        _ when type == typeof(int) => "it is a whole number",
        _ when type == typeof(double) => "it is a number",
        _ when type == typeof(bool) => "it is true or false",
        _ when type == typeof(string) => "it is a text, without half of a surrogate pair",
        { IsEnum: true } => $"it is one of {string.Join(", ", Words.All(type))}",
        _ => "it is something else",
    };

    private static string Shorten(JsonNode value) => value.ToJsonString(ExportJson.Options) is { Length: > Shown } text ? text[..Shown] + "…" : value.ToJsonString(ExportJson.Options);
}
