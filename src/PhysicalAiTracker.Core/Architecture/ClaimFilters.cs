using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Search.Counting;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Architecture;

/// <summary>What a claim about a row says.</summary>
internal sealed class ClaimKey
{
    public Guid Row { get; init; }

    public Plane Plane { get; init; }

    public Placement Placement { get; init; }
}

/// <summary>The filters <c>plane</c> and <c>placement</c>: given together, one claim must fit both.</summary>
internal static class ClaimFilters
{
    private const string PlaneName = "plane";
    private const string PlacementName = "placement";

    /// <param name="where">Gets the planes and placements that fit: all of them where none is given.</param>
    /// <param name="claims">The claims about each row.</param>
    /// <param name="none">Rows about which there is none.</param>
    public static Filter<T> Of<T>(Func<Plane[], Placement[], Expression<Func<T, bool>>> where, Func<IQueryable<T>, IQueryable<ClaimKey>> claims, Expression<Func<T, bool>> none)
    {
        var plane = new Parameter(PlaneName, "Plane of a claim about the company.", Words.All<Plane>());
        var placement = new Parameter(PlacementName, "Placement in a claim about the company; with plane, in the same claim.", Words.All<Placement>());
        return new Filter<T>([plane, placement], input =>
        {
            var planes = Filters.ReadWords<Plane>(input, plane);
            var placements = Filters.ReadWords<Placement>(input, placement);
            return ValueTask.FromResult(planes is null && placements is null
                ? null
                : where(planes ?? Enum.GetValues<Plane>(), placements ?? Enum.GetValues<Placement>()));
        })
        {
            IsFixed = true,
            Column = new CountColumn<T>([], _ => new ClaimColumn(plane, placement)) { Beside = (_, rows, numbers, column, cancellation) => ReadAsync(claims(rows), numbers, (ClaimColumn)column, cancellation) },
            // Only the claims that fit the other parameter count, as one claim must fit both.
            Facets =
            [
                Facets.OfWords<T, Plane>(
                    PlaneName,
                    (rows, input) =>
                    {
                        var fits = Filters.ReadWords<Placement>(input, placement) ?? Enum.GetValues<Placement>();
                        return claims(rows).Where(c => fits.Contains(c.Placement)).Select(c => new FacetPair<Plane> { Row = c.Row, Key = c.Plane });
                    },
                    none),
                Facets.OfWords<T, Placement>(
                    PlacementName,
                    (rows, input) =>
                    {
                        var fits = Filters.ReadWords<Plane>(input, plane) ?? Enum.GetValues<Plane>();
                        return claims(rows).Where(c => fits.Contains(c.Plane)).Select(c => new FacetPair<Placement> { Row = c.Row, Key = c.Placement });
                    },
                    none),
            ],
        };
    }

    private static async Task ReadAsync(IQueryable<ClaimKey> claims, IReadOnlyDictionary<Guid, int> rows, ClaimColumn column, CancellationToken cancellation)
    {
        column.Begin(rows.Count);
        await foreach (var claim in claims.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (rows.TryGetValue(claim.Row, out var row))
            {
                column.Add(row, claim.Plane, claim.Placement);
            }
        }
    }
}
