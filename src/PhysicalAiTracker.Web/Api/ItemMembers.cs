using System.Text.Json.Serialization.Metadata;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Api;

/// <summary>What the API adds to Core's items: <c>url</c>, where the thing answers here, and <c>page</c>, where a person reads it.</summary>
internal static class ItemMembers
{
    public const string Url = "url";
    public const string Page = "page";
    public const string Assertions = "assertions";
    public const string Grades = "grades";

    public const string Included = "included";

    /// <summary>Members that are there only with <c>include</c>.</summary>
    public static IReadOnlyList<string> OfIncludes { get; } = [Grades, Assertions, Included];

    /// <summary>Members of a list that are there only when asked for.</summary>
    public static IReadOnlyList<string> OfLists { get; } = ["facets", "aggregates"];

    /// <summary>Members that every record has stand behind its own, the identity before them.</summary>
    private static readonly string[] Last = ["note", "grade", "version", "createdAt", "updatedAt", Url, Page, .. OfIncludes];

    /// <summary>Whether items of the type say where they answer.</summary>
    public static bool HasUrl(Type type) => ApiUrls.Of(type) is not null;

    /// <summary>Whether items of the type have a page.</summary>
    public static bool HasPage(Type type) => PageUrls.Of(type) is not null;

    public static void Arrange(JsonTypeInfo type)
    {
        Add(type, Url, ApiUrls.Of(type.Type));
        Add(type, Page, PageUrls.Of(type.Type));
        if (IsPage(type.Type))
        {
            foreach (var member in type.Properties.Where(member => OfLists.Contains(member.Name)))
            {
                member.ShouldSerialize = (_, value) => value is not null;
            }
        }

        if (type.Type == typeof(IncludedItem))
        {
            foreach (var member in type.Properties)
            {
                member.ShouldSerialize = (_, value) => value is not null;
            }
        }

        if (!typeof(RecordItem).IsAssignableFrom(type.Type))
        {
            return;
        }

        foreach (var member in type.Properties)
        {
            member.Order = member.Name == "id" ? -1 : Array.IndexOf(Last, member.Name) + 1;
            if (OfIncludes.Contains(member.Name))
            {
                // Null means "not stated" everywhere else; what was not asked for is left out.
                member.ShouldSerialize = (_, value) => value is not null;
            }
        }
    }

    /// <summary>Whether the type is a page of a list.</summary>
    public static bool IsPage(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Page<>);

    private static void Add(JsonTypeInfo type, string name, Func<object, string>? get)
    {
        if (get is not null)
        {
            // As an object, because a text would be taken for the constructor's parameter of the same name, as sources have one.
            var member = type.CreateJsonPropertyInfo(typeof(object), name);
            member.Get = get;
            type.Properties.Add(member);
        }
    }
}
