using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using PhysicalAiTracker.Core.Accounts.Keys;
using PhysicalAiTracker.Core.Reconciling;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Web.Api.Keys;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api;

/// <summary>A route of the reconciliation service, as OpenAPI has it.</summary>
internal sealed record ReconcileRoute(string About, IReadOnlyList<Parameter> Parameters);

/// <summary>What clients send by POST.</summary>
/// <param name="Queries">A batch of queries, JSON.</param>
/// <param name="Extend">A data extension query, JSON.</param>
internal sealed record ReconcileForm(string? Queries, string? Extend);

/// <summary>
/// <c>/api/v1/reconcile</c>: a reconciliation service, W3C Entity Reconciliation Community Group, version 0.2 of 10 April 2023. Parameters that are
/// not known are passed over, where the rest of the API refuses them: clients of the protocol add their own.
/// </summary>
internal static class ReconcileApi
{
    public const string Name = "reconcile";

    /// <summary>Width and height of a preview, in pixels.</summary>
    private const int PreviewWidth = 420;
    private const int PreviewHeight = 240;

    private static readonly Parameter Queries = new("queries", "A batch of at most 50 queries, JSON.", [], Many: false, Example: """{"q0":{"query":"Figure AI, Inc.","type":"company"}}""");
    private static readonly Parameter Extend = new("extend", "A data extension query, JSON: ids and properties.", [], Many: false);
    private static readonly Parameter Prefix = new("prefix", "What was typed so far.", [], Many: false, Example: "prom");
    private static readonly Parameter Cursor = new("cursor", "How many suggestions to skip.", [], Many: false);
    private static readonly Parameter Type = new("type", "Type of the parties.", Words.All<ReconcileType>(), Many: false);
    private static readonly Parameter Limit = new("limit", "Properties at most.", [], Many: false);

    public static void MapReconcileApi(this IEndpointRouteBuilder api)
    {
        Map(api, Name, ReadAsync, "reconcile", "Matches names with parties; without parameters, the service's manifest", "A reconciliation service, as OpenRefine speaks it.", Queries, Extend);
        Map(api, Name + "/properties", Propose, "propose-properties", "Proposes properties to extend parties by", "Properties of a type of party.", Type, Limit);
        Map(api, Name + "/suggest/entity", SuggestEntityAsync, "suggest-entities", "Suggests parties while somebody types", "Parties with a name or alias in which a word begins so.", Prefix, Cursor, Type);
        Map(api, Name + "/suggest/property", SuggestProperty, "suggest-properties", "Suggests properties while somebody types", "Properties whose name or id has it.", Prefix, Cursor);
        Map(api, Name + "/suggest/type", SuggestType, "suggest-types", "Suggests types while somebody types", "Types whose name has it.", Prefix, Cursor);
        api.MapPost(Name, SendAsync).AllowAnonymous().RequireCors(CrossOrigin.Queries).TakesKeysTo(ApiKeyScope.Read)
            .WithTags(Name).WithName("reconcile-by-form").WithSummary("Matches a batch of names, or extends matched parties")
            .Accepts<ReconcileForm>("application/x-www-form-urlencoded").Produces<JsonObject>()
            .Refuses<ParameterApiProblem>(StatusCodes.Status400BadRequest)
            .Refuses<ApiProblem>(StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status429TooManyRequests);
    }

    private static void Map(IEndpointRouteBuilder api, string pattern, Delegate handler, string name, string summary, string about, params Parameter[] parameters) =>
        api.MapRead(pattern, handler).WithTags(Name).WithMetadata(new ReconcileRoute(about, parameters)).WithName(name).WithSummary(summary).Produces<JsonObject>();

    private static Task<IResult> ReadAsync(HttpContext context, ReconcileQueries reconcile, ExtensionQueries extensions)
    {
        var query = context.Request.Query;
        return query.ContainsKey("callback")
            ? Task.FromResult<IResult>(Refused(context, "callback", "JSONP is not supported: pages of any origin may read this by CORS"))
            : AnswerAsync(context, query[Queries.Name], query[Extend.Name], reconcile, extensions);
    }

    private static async Task<IResult> SendAsync(HttpContext context, ReconcileQueries reconcile, ExtensionQueries extensions)
    {
        if (!context.Request.HasFormContentType)
        {
            return Problems.Of(context, StatusCodes.Status415UnsupportedMediaType, "The body must be sent as application/x-www-form-urlencoded, with the parameter queries or extend.");
        }

        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return Problems.Of(context, StatusCodes.Status413PayloadTooLarge, "The form is too large: send fewer queries at a time.");
        }

        return form.ContainsKey(Queries.Name) || form.ContainsKey(Extend.Name)
            ? await AnswerAsync(context, form[Queries.Name], form[Extend.Name], reconcile, extensions)
            : Refused(context, Queries.Name, "is required in the form: a batch of queries; or extend");
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, string? queries, string? extend, ReconcileQueries reconcile, ExtensionQueries extensions)
    {
        var problems = new List<string>();
        if (queries is not null)
        {
            if (ReconcileReader.ReadQueries(queries, problems) is not { } batch)
            {
                return ApiProblems.BadRequest(context, [.. problems.Select(problem => new ParameterProblem(Queries.Name, problem, []))]);
            }

            return batch.Count > ReconcileQuery.MaxBatch
                ? Problems.Of(context, StatusCodes.Status413PayloadTooLarge, $"A batch has at most {ReconcileQuery.MaxBatch} queries; this one has {batch.Count}.")
                : new JsonAnswer(ReconcileWriter.Results([.. batch.Select(query => query.Key)], await reconcile.MatchAsync([.. batch.Select(query => query.Query)], context.RequestAborted)));
        }

        if (extend is not null)
        {
            if (ReconcileReader.ReadExtension(extend, problems) is not { } extension)
            {
                return ApiProblems.BadRequest(context, [.. problems.Select(problem => new ParameterProblem(Extend.Name, problem, []))]);
            }

            return extension.Ids.Count > ExtensionQueries.MaxParties
                ? Problems.Of(context, StatusCodes.Status413PayloadTooLarge, $"At most {ExtensionQueries.MaxParties} ids can be extended at a time; these are {extension.Ids.Count}.")
                : new JsonAnswer(ReconcileWriter.Extension(extension, await extensions.ExtendAsync([.. extension.Ids.Select(id => Guid.TryParse(id, out var party) ? party : Guid.Empty)], extension.Properties, context.RequestAborted)));
        }

        return new JsonAnswer(ManifestOf(context.Request));
    }

    private static IResult Propose(HttpContext context)
    {
        var given = context.Request.Query[Type.Name].ToString();
        if (!TryType(given, out var type))
        {
            return ApiProblems.BadRequest(context, [new ParameterProblem(Type.Name, $"“{RequestParameters.Shorten(given)}” is no type", Type.Allowed)]);
        }

        var properties = ReconcileProperties.Of(type);
        var answer = new JsonObject();
        if (int.TryParse(context.Request.Query[Limit.Name], NumberStyles.None, CultureInfo.InvariantCulture, out var limit))
        {
            (properties, answer["limit"]) = (properties.Take(limit), limit);
        }

        answer["properties"] = new JsonArray([.. properties.Select(property => new JsonObject { ["id"] = property.Id, ["name"] = property.Name })]);
        answer["type"] = given.Length == 0 ? null : given;
        return new JsonAnswer(answer);
    }

    private static async Task<IResult> SuggestEntityAsync(HttpContext context, ReconcileQueries reconcile)
    {
        // OpenRefine offers only parties of the type that its column is matched with; a type it makes up itself means all.
        var type = TryType(context.Request.Query[Type.Name].ToString(), out var word) ? word : null;
        var found = await reconcile.SuggestAsync(PrefixOf(context), type, SkipOf(context), context.RequestAborted);
        return new JsonAnswer(Suggested(found.Select(party => new JsonObject
        {
            ["id"] = party.Id.ToString(), ["name"] = party.Name, ["description"] = party.Description, ["notable"] = ReconcileWriter.Types(party.Types),
        })));
    }

    private static JsonAnswer SuggestProperty(HttpContext context)
    {
        var prefix = PrefixOf(context);
        return new JsonAnswer(Suggested(ReconcileProperties.All
            .Where(property => property.Id.Contains(prefix, StringComparison.OrdinalIgnoreCase) || property.Name.Contains(prefix, StringComparison.OrdinalIgnoreCase)).Skip(SkipOf(context))
            .Select(property => new JsonObject { ["id"] = property.Id, ["name"] = property.Name, ["description"] = property.Description })));
    }

    private static JsonAnswer SuggestType(HttpContext context) => new(Suggested(Words.All<ReconcileType>()
        .Where(type => type.Contains(PrefixOf(context), StringComparison.OrdinalIgnoreCase)).Skip(SkipOf(context))
        .Select(type => new JsonObject { ["id"] = type, ["name"] = ReconcileWriter.NameOf(type) })));

    private static JsonObject Suggested(IEnumerable<JsonObject> items) => new() { ["result"] = new JsonArray([.. items]) };

    private static bool TryType(string given, out ReconcileType? type)
    {
        var known = Words.TryParse<ReconcileType>(given, out var word);
        type = known ? word : null;
        return known || given.Length == 0;
    }

    private static string PrefixOf(HttpContext context) => ReconcileReader.Clean(context.Request.Query[Prefix.Name].ToString());

    private static int SkipOf(HttpContext context) => int.TryParse(context.Request.Query[Cursor.Name], NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? skip : 0;

    private static ProblemHttpResult Refused(HttpContext context, string parameter, string message) => ApiProblems.BadRequest(context, [new ParameterProblem(parameter, message, [])]);

    private static JsonObject ManifestOf(HttpRequest request)
    {
        var site = $"{request.Scheme}://{request.Host}";
        var service = $"{site}{ApiUrls.Root}/{Name}";
        JsonObject At(string path) => new() { ["service_url"] = service, ["service_path"] = path };
        return new JsonObject
        {
            ["versions"] = new JsonArray("0.2"),
            ["name"] = "Physical AI Tracker: companies, people, investors",
            ["identifierSpace"] = $"{site}/companies/",
            ["schemaSpace"] = $"{site}/about#",
            ["serviceVersion"] = typeof(ReconcileApi).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0],
            ["defaultTypes"] = ReconcileWriter.Types([.. Enum.GetValues<ReconcileType>()]),
            // A party's id leads to its page whatever its kind, and after a merge to the page of the other.
            ["view"] = new JsonObject { ["url"] = $"{site}/companies/{{{{id}}}}" },
            ["preview"] = new JsonObject { ["url"] = $"{site}/reconcile/preview/{{{{id}}}}", ["width"] = PreviewWidth, ["height"] = PreviewHeight },
            ["suggest"] = new JsonObject { ["entity"] = At("/suggest/entity"), ["property"] = At("/suggest/property"), ["type"] = At("/suggest/type") },
            ["extend"] = new JsonObject
            {
                ["propose_properties"] = At("/properties"),
                ["property_settings"] = new JsonArray(
                    new JsonObject
                    {
                        ["name"] = ReconcileReader.OpenSetting, ["label"] = "Count money not raised yet", ["type"] = "checkbox", ["default"] = false,
                        ["help_text"] = "Total raised then has rounds that are rumoured, in talks or in progress too.",
                    },
                    new JsonObject
                    {
                        ["name"] = ReconcileReader.LimitSetting, ["label"] = "Values at most", ["type"] = "number", ["default"] = ReconcileRequest.DefaultMost,
                        ["help_text"] = "Of properties with several values, such as investors.",
                    }),
            },
            ["batchSize"] = ReconcileQuery.MaxBatch,
        };
    }
}
