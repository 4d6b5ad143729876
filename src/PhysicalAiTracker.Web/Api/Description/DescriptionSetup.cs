using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Web.Hosting;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PhysicalAiTracker.Web.Api.Description;

/// <summary>The API described as OpenAPI 3.1, and a page to try it on.</summary>
internal static class DescriptionSetup
{
    public const string Document = "v1";
    public const string DocumentPath = $"/swagger/{Document}/swagger.json";
    public const string Session = "session";
    public const string Key = "key";

    private const string Title = "Physical AI Tracker";

    private const string About =
        "Who pays for companies that put AI into the physical world, where their AI runs, and how we know. "
        + "Reads are open to everybody, from any origin. Null means undisclosed or not stated, never zero; dates are EDTF text as precise as "
        + "their source; include=assertions adds to each record the passages that say so.";

    public static void AddDescription(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddTransient<ISerializerDataContractResolver>(_ => new JsonSerializerDataContractResolver(ApiJson.Options));
        services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc(Document, new OpenApiInfo { Title = Title, Version = "1", Description = About, Contact = new OpenApiContact { Name = "Whoever runs this site" } });
            swagger.AddServer(new OpenApiServer { Url = "/", Description = "This server" });
            // HEAD answers like GET without the body.
            swagger.DocInclusionPredicate((_, endpoint) => endpoint.HttpMethod != HttpMethods.Head && endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true);
            swagger.CustomSchemaIds(SchemaNames.Of);
            swagger.UseAllOfToExtendReferenceSchemas();
            swagger.MapType<PartialDate>(SchemaNames.Date);
            swagger.MapType<JsonNode>(() => new OpenApiSchema());
            swagger.MapType<JsonObject>(() => new OpenApiSchema { Type = JsonSchemaType.Object });
            swagger.IncludeXmlComments(typeof(Record).Assembly);
            swagger.IncludeXmlComments(typeof(TrackerApi).Assembly);
            swagger.SchemaFilter<ItemSchemas>();
            swagger.OperationFilter<CollectionOperations>();
            swagger.OperationFilter<Responses>();
            swagger.OperationFilter<DisclosureBodies>();
            swagger.OperationFilter<ReviewOperations>();
            swagger.DocumentFilter<Tags>();
            swagger.AddSecurityDefinition(Session, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = TrackerCookie.Prefix + Sessions.SessionCookie,
                Description = $"A browser: the cookie that {Sessions.PagePath} sets; on http://localhost it is called {Sessions.SessionCookie}.",
            });
            swagger.AddSecurityDefinition(Key, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "pat_…",
                Description = "A program: an API key, made at /account/keys, in the header Authorization and nowhere else. It acts as its owner, within its scopes.",
            });
        });
    }

    public static void UseDescription(this WebApplication app)
    {
        new DescriptionRoute().Map(app);
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "swagger";
            page.DocumentTitle = $"REST API · {Title}";
            page.SwaggerEndpoint(DocumentPath, $"{Title}, version 1");
            page.DefaultModelsExpandDepth(0);
        });
    }
}
