using PhysicalAiTracker.Core.Milestones;

namespace PhysicalAiTracker.Web.Api;

/// <summary><c>/api/v1/milestones</c>.</summary>
internal static class MilestonesApi
{
    private static readonly Collection<MilestoneItem> Milestones = new(
        Collections.Milestones, "milestone", "milestones", "Dated events: model releases, products, pilots.", MilestoneQueries.List);

    public static void MapMilestonesApi(this IEndpointRouteBuilder api) => api.MapCollection(Milestones, ListAsync, FindAsync);

    private static Task<IResult> ListAsync(HttpContext context, MilestoneQueries milestones) => Answers.ListAsync(context, milestones.ListAsync);

    private static Task<IResult> FindAsync(HttpContext context, MilestoneQueries milestones, string id) => Answers.ItemAsync(context, id, milestones.FindAsync);
}
