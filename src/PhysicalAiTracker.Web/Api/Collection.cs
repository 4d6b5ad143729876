using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Search;

namespace PhysicalAiTracker.Web.Api;

/// <summary>What the routes of one collection have in common; also what describes them in OpenAPI and in the index.</summary>
/// <param name="Name">Last part of its path.</param>
/// <param name="Noun">One item, in the design's words.</param>
/// <param name="Nouns">Several.</param>
/// <param name="About">One sentence.</param>
/// <param name="Definition">Filters and orders of its list.</param>
/// <param name="ItemType">What its items are.</param>
internal abstract record Collection(string Name, string Noun, string Nouns, string About, ListDefinition Definition, Type ItemType)
{
    private IReadOnlyList<string>? _includes;
    private IReadOnlyList<string>? _fields;

    public string Url => $"{ApiUrls.Root}/{Name}";

    /// <summary>What <c>{id}</c> takes.</summary>
    public string AskedBy => BySlug ? "slug or id" : "id";

    /// <summary>Whether items have slugs.</summary>
    public bool BySlug => ItemType.GetProperty("Slug") is not null;

    /// <summary>Whether passages speak for its items.</summary>
    public bool HasEvidence => typeof(RecordItem).IsAssignableFrom(ItemType);

    /// <summary>Whether people read the list on a page, at the same name and with the same filters.</summary>
    public bool HasPage => Name is not (Collections.Affiliations or Collections.Observations or Collections.Milestones);

    /// <summary>Kind of the records that its items are; null where they are none.</summary>
    public RecordKind? Kind => Collections.KindOf(ItemType);

    /// <summary>What <c>include</c> takes in a list and in an answer about one item.</summary>
    public IReadOnlyList<string> Includes => _includes ??= HasEvidence ? [ItemMembers.Assertions, .. Name == Collections.Companies ? [IncludeQueries.Investors] : Array.Empty<string>(), .. IncludeQueries.Of(ItemType)] : [];

    /// <summary>What <c>fields</c> takes.</summary>
    public IReadOnlyList<string> Fields => _fields ??= [.. ApiJson.MembersOf(ItemType).Where(name => !ItemMembers.OfIncludes.Contains(name))];
}

/// <inheritdoc/>
internal sealed record Collection<TItem>(string Name, string Noun, string Nouns, string About, ListDefinition Definition)
    : Collection(Name, Noun, Nouns, About, Definition, typeof(TItem))
    where TItem : class;
