using Microsoft.AspNetCore.Authorization;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using PhysicalAiTracker.Core.Accounts.Idempotency;
using PhysicalAiTracker.Web.Api.Idempotency;
using PhysicalAiTracker.Web.Api.Lists;
using PhysicalAiTracker.Web.Hosting;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PhysicalAiTracker.Web.Api.Description;

/// <summary>Describes what each status means, and the headers that come with it.</summary>
internal sealed class Responses : IOperationFilter
{
    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["200"] = "Here it is.",
        ["201"] = "Accepted and published.",
        ["301"] = "A former slug, or a record that was merged into another: Location has the path that goes on for ever.",
        ["304"] = "Still the answer of the ETag given.",
        ["400"] = "The request cannot be read: every parameter, or every place of the document, that is wrong is named.",
        ["401"] = "Nobody is signed in, or the key is refused.",
        ["403"] = "The account or the key may not do this, or a browser sends it from another origin.",
        ["404"] = "There is no such thing.",
        ["406"] = "Nothing that the header Accept names is to be had; the answer says what is.",
        ["409"] = "A record has changed since: both versions are in the answer.",
        ["410"] = "It was removed: when, by whom and why is in the answer.",
        ["412"] = "It has another version than the one in If-Match: both are in the answer.",
        ["413"] = "The body is too large.",
        ["414"] = "Path and query have too many characters.",
        ["415"] = "The body is not sent as application/json, or as a form where one is asked for.",
        ["422"] = "Another request was sent with this Idempotency-Key.",
        ["429"] = "Too many requests in a minute.",
        ["428"] = "If-Match is missing: it names the version that the caller saw.",
        ["500"] = "Something went wrong that is not the caller's doing.",
        ["503"] = "Others are writing, for longer than can be waited: try again in a few seconds.",
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var (status, response) in operation.Responses ?? [])
        {
            response.Description = Meanings[status];
            if (status is ['2', ..] or "429")
            {
                AddLimits(operation, status);
            }
        }

        if (context.ApiDescription.HttpMethod == HttpMethods.Get)
        {
            if (operation.Responses?.ContainsKey("304") == true)
            {
                Add(operation, "200", HeaderNames.ETag, "Changes whenever the answer does.");
            }

            Add(operation, "304", HeaderNames.ETag, "The same as before.");
        }

        if (operation.OperationId?.StartsWith("list-", StringComparison.Ordinal) == true && operation.OperationId != $"list-{ChangesApi.Name}"
            && !context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ListFormat>().Any())
        {
            foreach (var format in ListFormat.All.Where(format => format != ListFormat.Json && operation.Responses?["200"].Content is not null))
            {
                operation.Responses!["200"].Content![format.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
            }

            Add(operation, "200", HeaderNames.Link, "Paths of the next page with rel=\"next\", of the page before with rel=\"prev\", and of the first with rel=\"first\", each where there is one.");
        }

        if (Examples.Of(operation.OperationId) is { } example && operation.Responses?["200"].Content?["application/json"] is { } body)
        {
            body.Example = example;
        }

        Add(operation, "301", HeaderNames.Location, "Where it is now.");
        Add(operation, "201", HeaderNames.Location, "Path of the disclosure.");
        if (operation.OperationId?.StartsWith("get-", StringComparison.Ordinal) == true && context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<Collection>().Any(collection => collection.HasEvidence))
        {
            Add(operation, "200", HeaderNames.LastModified, "When the record itself was last changed.");
        }

        Add(operation, "401", HeaderNames.WWWAuthenticate, "How to send a key.");
        Add(operation, "429", HeaderNames.RetryAfter, "Seconds to wait.", JsonSchemaType.Integer);
        // Open to everybody, unless it says otherwise.
        operation.Security = [];
        operation.Description ??= operation.Summary is { } summary ? summary + "." : null;
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any())
        {
            // Either will do.
            operation.Security = [Requirement(DescriptionSetup.Session, context), Requirement(DescriptionSetup.Key, context)];
        }

        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<TakesIdempotencyKey>().Any())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = NamedRequestFilter.Header,
                In = ParameterLocation.Header,
                Description = "A name for this request, kept 24 hours: sent again, it is not done again but answered as the first time.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = KeptAnswer.KeyLength },
            });
            foreach (var status in operation.Responses?.Keys.Where(status => status is ['2', ..]).ToList() ?? [])
            {
                Add(operation, status, NamedRequestFilter.ReplayedHeader, "“true” on an answer that was given before.");
            }
        }
    }

    private static void AddLimits(OpenApiOperation operation, string status)
    {
        Add(operation, status, "RateLimit-Limit", "How many requests a minute are answered.", JsonSchemaType.Integer);
        Add(operation, status, "RateLimit-Remaining", "How many of them are left.", JsonSchemaType.Integer);
        Add(operation, status, "RateLimit-Reset", "Seconds until all are counted anew.", JsonSchemaType.Integer);
        Add(operation, status, "RateLimit-Policy", "The limit and the seconds it is for, as 600;w=60.");
    }

    private static OpenApiSecurityRequirement Requirement(string scheme, OperationFilterContext context) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] };

    private static void Add(OpenApiOperation operation, string status, string name, string description, JsonSchemaType type = JsonSchemaType.String)
    {
        if (operation.Responses?.GetValueOrDefault(status) is OpenApiResponse response)
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = type } };
        }
    }
}
