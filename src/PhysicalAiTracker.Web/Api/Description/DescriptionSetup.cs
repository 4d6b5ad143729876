namespace PhysicalAiTracker.Web.Api.Description;

/// <summary>The API described as OpenAPI, and a page to try it on.</summary>
internal static class DescriptionSetup
{
    public const string DocumentPath = "/swagger/v1/swagger.json";

    public static void AddDescription(this IServiceCollection services)
    {
    }

    public static void UseDescription(this WebApplication app)
    {
    }
}
