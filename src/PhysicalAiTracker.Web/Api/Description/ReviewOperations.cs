using Microsoft.OpenApi;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Shared;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PhysicalAiTracker.Web.Api.Description;

/// <summary>Describes in which state a disclosure is sent, and the version that each step names.</summary>
internal sealed class ReviewOperations : IOperationFilter
{
    private static readonly DisclosureState[] Sendable = [DisclosureState.Draft, DisclosureState.Submitted, DisclosureState.Accepted];

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.OperationId == "publish-disclosure")
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = DisclosuresApi.StateParameter,
                In = ParameterLocation.Query,
                Description = "Publishes it (accepted, where nothing is said), submits it for review, or keeps it as a draft. Of the last two the answer has state and version, and no changes.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Sendable.Select(state => (System.Text.Json.Nodes.JsonNode)Words.Of(state))] },
            });
        }
        else if (ReviewApi.Steps.Any(step => operation.OperationId == $"{step}-disclosure"))
        {
            operation.Description = "If-Match names the version of the disclosure that the caller saw: its ETag. Nothing is written where it has another one.";
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "If-Match",
                In = ParameterLocation.Header,
                Required = true,
                Description = "The version that the caller saw, in quotation marks; * for any.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
    }
}
