using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Web.Api.Lists;
using PhysicalAiTracker.Web.AsOf;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PhysicalAiTracker.Web.Api.Description;

/// <summary>Describes the parameters of a collection's reads and of insights, from the definition that reads them.</summary>
internal sealed class CollectionOperations : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var isRead = context.ApiDescription.HttpMethod == HttpMethods.Get;
        var collection = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<Collection>().FirstOrDefault();
        var ofOne = collection is not null && context.ApiDescription.RelativePath?.EndsWith("{id}", StringComparison.Ordinal) == true;
        var insight = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<Insight>().FirstOrDefault();
        var reconcile = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ReconcileRoute>().FirstOrDefault();
        var path = context.ApiDescription.RelativePath ?? "";
        var format = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ListFormat>().FirstOrDefault();
        var isExport = path.StartsWith($"{ApiUrls.Root.TrimStart('/')}/{ExportApi.Name}", StringComparison.Ordinal);
        IEnumerable<OpenApiParameter> parameters = (collection, ofOne, isRead) switch
        {
            _ when insight is not null => insight.Parameters.Select(parameter => Filter(parameter, negatable: false)),
            _ when reconcile is not null => reconcile.Parameters.Select(parameter => Filter(parameter, negatable: false)),
            (null, _, false) when path.Contains("{id}", StringComparison.Ordinal) => [Path()],
            (null, _, true) when path.EndsWith(SearchApi.Name, StringComparison.Ordinal) => SearchApi.Parameters.Select(parameter => Filter(parameter, negatable: false)),
            (null, _, true) when path.EndsWith(RecordFeedApi.Suffix, StringComparison.Ordinal) => [Path()],
            ({ }, _, true) when format == ListFormat.Atom => collection.Definition.Parameters.Select(Filter),
            ({ }, _, true) when format is not null => [.. collection.Definition.Parameters.Select(Filter), SortBy(collection), .. Shapes(collection).Take(format == ListFormat.Csv ? 1 : 2)],
            (null, _, true) when isExport => ExportParameters(path),
            (null, _, true) when path.EndsWith(ChangesApi.Name, StringComparison.Ordinal) => Changes(),
            ({ }, _, true) when path.EndsWith(HistoryApi.Suffix, StringComparison.Ordinal) => [Id(collection)],
            (null, _, _) or (_, _, false) => [],
            (_, true, _) => [Id(collection), .. Shapes(collection)],
            _ => [.. collection.Definition.Parameters.Select(Filter), .. Paging(collection), .. Shapes(collection)],
        };
        operation.Parameters = [.. parameters];
        if (isRead)
        {
            if (!isExport)
            {
                operation.Parameters.Add(Query(
                    AsOfView.Parameter,
                    "A day, 2026-05-01: answers with what the tracker believed at its end (UTC). Links in the answer stay on the day.",
                    new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" }));
            }

            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "If-None-Match",
                In = ParameterLocation.Header,
                Description = "The ETag of an answer that is at hand: 304 where it is still the same.",
                Schema = Text(),
            });
        }

        if (collection is not null)
        {
            operation.Description = format is null ? collection.About : $"{collection.About} {format.About}";
        }
        else if (insight is not null)
        {
            operation.Description = insight.About;
        }
        else if (reconcile is not null)
        {
            operation.Description = reconcile.About;
        }
    }

    /// <summary>The id in the path of a write.</summary>
    private static OpenApiParameter Path() => new() { Name = "id", In = ParameterLocation.Path, Required = true, Description = "Id.", Schema = Text() };

    private static IEnumerable<OpenApiParameter> ExportParameters(string path) => path.EndsWith($"{{{ExportApi.File}}}", StringComparison.Ordinal)
        ? [new() { Name = ExportApi.File, In = ParameterLocation.Path, Required = true, Description = "Name of the file, as the manifest has it.", Schema = Text(), Example = JsonValue.Create("funding-rounds.csv") }]
        : [];

    private static OpenApiParameter Id(Collection collection) => new()
    {
        Name = "id",
        In = ParameterLocation.Path,
        Required = true,
        Description = collection.BySlug ? "Slug or id; a former slug answers 301 with the current one." : "Id.",
        Schema = Text(),
    };

    private static OpenApiParameter Filter(Parameter parameter) => Filter(parameter, parameter.Negatable);

    private static OpenApiParameter Filter(Parameter parameter, bool negatable)
    {
        var schema = parameter.Many ? List(parameter.Allowed) : Text(parameter.Allowed);
        if (parameter.Example is { } example)
        {
            // In the schema, because an example of the parameter would be filled in, all of them at once, by who tries the list in Swagger UI.
            schema.Examples = [parameter.Many ? new JsonArray(JsonValue.Create(example)) : JsonValue.Create(example)];
        }

        return Query(
            parameter.Name,
            parameter.Description + (parameter.Many ? " Several, joined by commas or repeated, mean any of them." : "")
            + (negatable ? $" As {parameter.Name}!=… it finds everything that it does not find otherwise." : ""),
            schema);
    }

    private static IEnumerable<OpenApiParameter> Paging(Collection collection)
    {
        var limit = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = $"{ListRequest.MaxLimit}", Default = JsonValue.Create(ListRequest.DefaultLimit) };
        yield return Query(ListDefinition.Limit, "How many items a page has at most.", limit);
        yield return Query(ListDefinition.Cursor, "Where the page starts: “next” of the page before, or “prev” of the one behind. Filters and sort must be the same.", Text());
        yield return SortBy(collection);
        if (collection.Definition.FacetNames.Count > 0)
        {
            yield return Query(
                ListDefinition.FacetBy,
                "Counts how many items of the whole list have which value, in the member facets. Each count is the total of the list with that value in place of what is asked for by the same filter now.",
                List(collection.Definition.FacetNames));
        }

        foreach (var parameter in collection.Definition.Summaries)
        {
            yield return Query(parameter.Name, parameter.Description, List(parameter.Allowed));
        }
    }

    private static OpenApiParameter SortBy(Collection collection)
    {
        var orders = collection.Definition.Orders;
        return Query(
            ListDefinition.SortBy,
            "Orders, the first one first; with - before it the other way round. Items without a value come last either way. "
            + string.Join(' ', orders.Select(order => $"{order.Name}: {order.Description}")) + $" Default: {collection.Definition.DefaultSort}.",
            List([.. orders.SelectMany(order => new[] { order.Name, "-" + order.Name })]));
    }

    private static IEnumerable<OpenApiParameter> Changes() =>
    [
        Query(ChangesApi.Since, "Where to go on: “next” of the answer before, or a time from which on. From the beginning unless given.", Text()),
        Query(ChangesApi.Limit, "How many changes the answer has at most.", new OpenApiSchema
        {
            Type = JsonSchemaType.Integer, Minimum = "1", Maximum = $"{ChangeQueries.MaxLimit}", Default = JsonValue.Create(ChangeQueries.DefaultLimit),
        }),
    ];

    private static IEnumerable<OpenApiParameter> Shapes(Collection collection)
    {
        yield return Query(Shape.FieldsParameter, "Only these members of each item.", List(collection.Fields));
        if (collection.Includes.Count > 0)
        {
            yield return Query(Shape.IncludeParameter, "Adds to each item the assertions about it (who says so, in which passage), and in the member included what belongs to it.", List(collection.Includes));
        }
    }

    private static OpenApiParameter Query(string name, string description, OpenApiSchema schema) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = schema,
        Style = schema.Type == JsonSchemaType.Array ? ParameterStyle.Form : null,
        Explode = false,
    };

    private static OpenApiSchema List(IReadOnlyList<string> allowed) => new() { Type = JsonSchemaType.Array, Items = Text(allowed) };

    private static OpenApiSchema Text(IReadOnlyList<string>? allowed = null) => new()
    {
        Type = JsonSchemaType.String,
        Enum = allowed is { Count: > 0 } ? [.. allowed.Select(word => JsonValue.Create(word))] : null,
    };
}
