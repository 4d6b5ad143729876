using Microsoft.OpenApi;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Api.Description;

/// <summary>What types are called in the description.</summary>
internal static class SchemaNames
{
    private static readonly HashSet<string> Enumerations = [.. typeof(PartialDate).Assembly.GetTypes().Where(type => type.IsEnum).Select(type => type.Name)];

    /// <summary>By the noun: <c>FundingRound</c>, and <c>FundingRoundPage</c> for a page of them.</summary>
    public static string Of(Type type) => type.IsGenericType
        ? Of(type.GenericTypeArguments[0]) + type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]
        : Without(Without(type.Name, "Item"), "Answer");

    /// <summary>A date is one text.</summary>
    public static OpenApiSchema Date() => new()
    {
        Type = JsonSchemaType.String,
        Description = "EDTF: 2025, 2025-11 or 2025-11-03, followed by ? where uncertain, ~ where approximate, % where both.",
        MaxLength = PartialDate.MaxLength,
        Pattern = "^[0-9]{4}(-[0-9]{2}){0,2}[?~%]?$",
    };

    /// <summary>Unless an enumeration has the shorter name.</summary>
    private static string Without(string name, string ending) =>
        name.EndsWith(ending, StringComparison.Ordinal) && !Enumerations.Contains(name[..^ending.Length]) ? name[..^ending.Length] : name;
}
