using System.Linq.Expressions;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Architecture;

/// <summary>The filters <c>plane</c> and <c>placement</c>: given together, one claim must fit both.</summary>
internal static class ClaimFilters
{
    /// <param name="where">Gets the planes and placements that fit: all of them where none is given.</param>
    public static Filter<T> Of<T>(Func<Plane[], Placement[], Expression<Func<T, bool>>> where)
    {
        var plane = new Parameter("plane", "Plane of a claim about the company.", Words.All<Plane>());
        var placement = new Parameter("placement", "Placement in a claim about the company; with plane, in the same claim.", Words.All<Placement>());
        return new Filter<T>([plane, placement], input =>
        {
            var planes = Filters.ReadWords<Plane>(input, plane);
            var placements = Filters.ReadWords<Placement>(input, placement);
            return ValueTask.FromResult(planes is null && placements is null
                ? null
                : where(planes ?? Enum.GetValues<Plane>(), placements ?? Enum.GetValues<Placement>()));
        });
    }
}
