using PhysicalAiTracker.Web.Api.Description;
using PhysicalAiTracker.Web.Api.Lists;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api;

/// <summary>The REST API: a table of contents.</summary>
public static class TrackerApi
{
    public static void AddTrackerApi(this IServiceCollection services)
    {
        services.AddCrossOriginReads();
        services.AddDescription();
    }

    public static void MapTrackerApi(this WebApplication app)
    {
        // Wherever it goes: a key that does not hold or lacks the scope, an address that is too long, and what is nobody's fault who asks.
        var api = app.MapGroup(ApiUrls.Root).CountsRequests()
            .Refuses<ApiProblem>(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status414UriTooLong, StatusCodes.Status500InternalServerError, StatusCodes.Status503ServiceUnavailable);
        ((IEndpointConventionBuilder)api).Add(AskAgain);
        api.MapIndexApi();
        api.MapCompaniesApi();
        api.MapPeopleApi();
        api.MapInvestorsApi();
        api.MapFundingRoundsApi();
        api.MapDealsApi();
        api.MapAffiliationsApi();
        api.MapClaimsApi();
        api.MapObservationsApi();
        api.MapMilestonesApi();
        api.MapQuestionsApi();
        api.MapSourcesApi();
        api.MapContradictionsApi();
        api.MapDisclosuresApi();
        api.MapReviewApi();
        api.MapMergesApi();
        api.MapRecordFeedApi();
        api.MapChangesApi();
        api.MapExportApi();
        api.MapSearchApi();
        api.MapInsightsApi();
        api.MapReconcileApi();
        app.UseDescription();
    }

    /// <summary>Whatever the answer, redirects and refusals included: it may be kept, but not used unasked.</summary>
    private static void AskAgain(EndpointBuilder endpoint)
    {
        var answer = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            return answer(context);
        };
    }
}
