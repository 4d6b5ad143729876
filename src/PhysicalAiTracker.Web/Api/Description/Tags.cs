using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PhysicalAiTracker.Web.Api.Description;

/// <summary>Says what each collection is about.</summary>
internal sealed class Tags : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) => swaggerDoc.Tags =
        new HashSet<OpenApiTag>(
        [
            new OpenApiTag { Name = IndexApi.Tag, Description = "What there is." },
            .. context.ApiDescriptions.SelectMany(endpoint => endpoint.ActionDescriptor.EndpointMetadata.OfType<Collection>()).Distinct()
                .Select(collection => new OpenApiTag { Name = collection.Name, Description = collection.About }),
            new OpenApiTag { Name = MergesApi.Name, Description = "Makes one record of two." },
            new OpenApiTag { Name = InsightsApi.Tag, Description = "What is derived from the records, with the rule and the day of each figure." },
            new OpenApiTag { Name = ReconcileApi.Name, Description = "Matches a column of names with parties, as OpenRefine does: W3C Reconciliation Service API 0.2." },
        ]);
}
