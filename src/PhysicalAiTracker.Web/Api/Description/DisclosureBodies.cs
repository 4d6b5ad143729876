using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PhysicalAiTracker.Web.Api.Description;

/// <summary>Describes the document that is published. Its fields, kind by kind, are in the JSON Schema of the seeds and in docs/rest.md.</summary>
internal sealed class DisclosureBodies : IOperationFilter
{
    private const string Json = "application/json";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.RequestBody is OpenApiRequestBody { Content: { } content } body)
        {
            body.Description = "A disclosure: one source, and the changes it supports with the passages that say so. An edit names the record (id) and the version it started from.";
            body.Required = true;
            content[Json].Schema = Document();
            content[Json].Example = Example();
        }
    }

    private static OpenApiSchema Document() => Object(
        ["title", "source", "changes"],
        ("title", Text("What this disclosure is, in our words.")),
        ("source", new OpenApiSchema { Description = "A known source, or a new one with its text.", OneOf = [Text("Slug or id."), Source()] }),
        ("origins", Many("Sources that this one credits, without a text of their own.", Source())),
        ("changes", Many("One a record.", Change())));

    private static OpenApiSchema Source() => Object(
        ["title"],
        ("title", Text("The source's own title.")),
        ("snapshot", Object(
            ["kind", "text"],
            ("kind", Text("full-text, brief or excerpt.")),
            ("text", Text("What the passages are quoted from.")))));

    private static OpenApiSchema Change() => Object(
        ["record", "set"],
        ("record", Text("party, funding-round, deal, affiliation, claim, observation, milestone or question.")),
        ("ref", Text("Name within this document, used as #ref elsewhere in it.")),
        ("id", Text("Id or slug of the record that is edited.")),
        ("version", new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The version that the edit started from." }),
        ("reason", Text("world-changed or we-corrected; only of an edit.")),
        ("note", Text("Ours, kept in the record's history.")),
        ("set", new OpenApiSchema { Type = JsonSchemaType.Object, Description = "The fields, by name." }),
        ("assertions", Many("What proves them.", Object(["passage"], ("passage", Object(
            [],
            ("exact", Text("Quoted letter by letter; it must occur once.")),
            ("locator", Text("Instead, where the text may not or could not be stored: page, line or time in the document."))))))));

    private static JsonNode? Example() => JsonNode.Parse(
        """
        {
          "title": "Example Robotics announces a round",
          "source": {
            "kind": "press-release", "title": "Example Robotics raises", "publisher": "Example Robotics", "textIsPublic": false,
            "snapshot": { "kind": "full-text", "text": "Example Robotics, maker of sorting robots, has raised $12 million in seed funding." }
          },
          "changes": [
            { "record": "party", "ref": "example", "set": { "slug": "example-robotics", "kind": "company", "name": "Example Robotics" },
              "assertions": [{ "passage": { "exact": "Example Robotics, maker of sorting robots" } }] },
            { "record": "funding-round", "set": { "company": "#example", "stage": "seed", "status": "announced", "amount": "USD 12 m" },
              "assertions": [{ "passage": { "exact": "Example Robotics, maker of sorting robots, has raised $12 million in seed funding" } }] }
          ]
        }
        """);

    private static OpenApiSchema Object(IEnumerable<string> required, params IEnumerable<(string Name, OpenApiSchema Schema)> members) => new()
    {
        Type = JsonSchemaType.Object,
        Required = required.ToHashSet(),
        Properties = members.ToDictionary(member => member.Name, IOpenApiSchema (member) => member.Schema),
    };

    private static OpenApiSchema Many(string description, OpenApiSchema item) => new() { Type = JsonSchemaType.Array, Description = description, Items = item };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
