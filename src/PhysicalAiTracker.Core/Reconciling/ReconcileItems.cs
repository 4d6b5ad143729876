using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Duplicates;
using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Core.Reconciling;

/// <summary>What names can be matched with. A company that takes part in rounds is an investor too.</summary>
public enum ReconcileType
{
    Company,
    Person,
    Investor,
}

/// <summary>What several types of a query mean.</summary>
public enum TypeStrictness
{
    /// <summary>One of them, and nothing else.</summary>
    Any,

    /// <summary>All of them at once.</summary>
    All,

    /// <summary>Others too, with fewer points.</summary>
    Should,
}

/// <summary>One name to be matched.</summary>
/// <param name="Text">A name, a slug or an id; empty where properties alone are to find it.</param>
/// <param name="Types">Empty for all.</param>
/// <param name="Properties">Values to compare, by the id of a <see cref="ReconcileProperties"/>.</param>
public sealed record ReconcileQuery(string Text, IReadOnlyList<ReconcileType> Types, TypeStrictness Strictness, int Limit, IReadOnlyList<(string Property, string Value)> Properties)
{
    public const int DefaultLimit = 5;
    public const int MaxLimit = 25;

    /// <summary>Queries of one request.</summary>
    public const int MaxBatch = 50;
}

/// <summary>A party that may be meant.</summary>
/// <param name="Match">Whether it is so likely, and so far ahead of the next, that nobody needs to look.</param>
/// <param name="Points">Which rule counted how much: the sum is the score.</param>
public sealed record ReconcileCandidate(Guid Id, string Name, string Description, IReadOnlyList<ReconcileType> Types, int Score, bool Match, IReadOnlyList<Point> Points);

/// <summary>What there is to fetch of a matched party.</summary>
/// <param name="Types">Of which parties.</param>
/// <param name="OfParties">Whether its values are parties.</param>
public sealed record ReconcileProperty(string Id, string Name, string Description, IReadOnlyList<ReconcileType> Types, bool OfParties = false);

/// <summary>A value of a property: one of the three is set.</summary>
/// <param name="Number">US dollars, or a count.</param>
public sealed record ReconcileValue(string? Text = null, decimal? Number = null, (Guid Id, string Name)? Party = null);

/// <summary>A property that is asked for.</summary>
/// <param name="Open">Whether money counts that is not raised yet.</param>
/// <param name="Most">Values of one party at most.</param>
public sealed record ReconcileRequest(ReconcileProperty Property, bool Open = false, int Most = ReconcileRequest.DefaultMost)
{
    public const int DefaultMost = 100;
}

/// <summary>A party offered while somebody types.</summary>
public sealed record ReconcileSuggestion(Guid Id, string Name, string Description, IReadOnlyList<ReconcileType> Types);
