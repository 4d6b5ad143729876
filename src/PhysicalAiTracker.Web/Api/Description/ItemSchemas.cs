using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using PhysicalAiTracker.Core.History;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PhysicalAiTracker.Web.Api.Description;

/// <summary>
/// Describes objects as <see cref="ApiJson"/> writes them: members in their order, those that the API adds, which may be null
/// and which are always there. The generator alone sees none of this.
/// </summary>
internal sealed class ItemSchemas : ISchemaFilter
{
    private static readonly Dictionary<string, string> Added = new()
    {
        [ItemMembers.Url] = "Absolute path at which it answers in this API.",
        [ItemMembers.Page] = "Absolute path of its page for people.",
    };

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { Count: > 0 } described } whole || context.MemberInfo is not null)
        {
            return;
        }

        var members = ApiJson.WrittenOf(context.Type).ToList();
        whole.Properties = members.ToDictionary(member => member.Name, member => Describe(member, described));
        whole.AdditionalPropertiesAllowed = true;
        whole.Required = MayBeSparse(context.Type) ? null : members.Where(member => !IsOfList(context.Type, member.Name) && !MayLack(context.Type, member)).Select(member => member.Name).ToHashSet();
    }

    /// <summary>A problem tells what applies to it; and a member may be written only where it has a value.</summary>
    private static bool MayLack(Type type, JsonPropertyInfo member) =>
        (typeof(ApiProblem).IsAssignableFrom(type) && IsNullable(member)) || member.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: false) == true;

    private static bool IsOfList(Type type, string name) => ItemMembers.IsPage(type) && ItemMembers.OfLists.Contains(name);

    private static IOpenApiSchema Describe(JsonPropertyInfo member, IDictionary<string, IOpenApiSchema> described)
    {
        if (!described.TryGetValue(member.Name, out var schema))
        {
            return new OpenApiSchema { Type = JsonSchemaType.String, Description = Added[member.Name] };
        }

        return schema is OpenApiSchema own ? WithNull(own, IsNullable(member)) : schema;
    }

    private static OpenApiSchema WithNull(OpenApiSchema schema, bool nullable)
    {
        schema.Type &= ~JsonSchemaType.Null;
        if (nullable && schema.AllOf is { Count: 1 } named)
        {
            schema.OneOf = [named[0], new OpenApiSchema { Type = JsonSchemaType.Null }];
            schema.AllOf = null;
            schema.Type = null;
        }
        else if (nullable && schema.Type is not null)
        {
            schema.Type |= JsonSchemaType.Null;
        }

        return schema;
    }

    /// <summary>Evidence and counts that were not asked for are left out, never null.</summary>
    private static bool IsNullable(JsonPropertyInfo member) =>
        // A context of its own: one is not safe to be shared by two requests for the description at once.
        !ItemMembers.OfIncludes.Contains(member.Name) && !ItemMembers.OfLists.Contains(member.Name) && member.DeclaringType != typeof(IncludedItem) && member.AttributeProvider is PropertyInfo property
        && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;

    /// <summary>An item may be asked for with some of its members only; all else is always written whole.</summary>
    private static bool MayBeSparse(Type type) => typeof(RecordItem).IsAssignableFrom(type) || type == typeof(IncludedItem) || Collections.OtherItems.Contains(type);
}
