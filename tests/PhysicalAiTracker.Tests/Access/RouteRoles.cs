using PhysicalAiTracker.Core.Accounts;

namespace PhysicalAiTracker.Tests.Access;

/// <summary>One route and the least role that it lets in.</summary>
/// <param name="Route">Method and pattern, as the application maps it.</param>
/// <param name="Least">One of <see cref="Roles.All"/>; null for everybody.</param>
/// <param name="Path">What to ask for, where the pattern with its default values will not do.</param>
/// <param name="AfterPassword">Whether it follows on a password just given, so that everybody else is asked to sign in first.</param>
/// <param name="EndsSession">Whether the request ends the session that it comes with.</param>
public sealed record RouteRole(string Route, string? Least, string? Path = null, bool EndsSession = false, bool AfterPassword = false);

/// <summary>Who may ask for what. A new route gets a line here; <c>RouteRoleTests</c> fails until it has one.</summary>
public static class RouteRoles
{
    private const string? Everybody = null;
    private const string Contributor = Roles.Contributor;
    private const string Analyst = Roles.Analyst;
    private const string Reviewer = Roles.Reviewer;
    private const string Admin = Roles.Admin;

    public static IReadOnlyList<RouteRole> All { get; } =
    [
        // Reading.
        new("GET /", Everybody),
        new("GET /Index", Everybody),
        new("GET /about", Everybody),
        new("GET /problems", Everybody),
        new("GET /problems/{type}", Everybody),
        new("GET /search", Everybody),
        new("GET /evidence/{records}", Everybody, "/evidence/00000000-0000-0000-0000-000000000001"),
        new("GET /companies", Everybody),
        new("GET /companies/{slug}", Everybody),
        new("GET /investors", Everybody),
        new("GET /investors/{slug}", Everybody),
        new("GET /people", Everybody),
        new("GET /people/{slug}", Everybody),
        new("GET /funding-rounds", Everybody),
        new("GET /funding-rounds/{id:guid}", Everybody),
        new("GET /deals", Everybody),
        new("GET /deals/{id:guid}", Everybody),
        new("GET /claims", Everybody),
        new("GET /claims/{id:guid}", Everybody),
        new("GET /questions", Everybody),
        new("GET /questions/{slugOrId}", Everybody),
        new("GET /sources", Everybody),
        new("GET /sources/{slugOrId}", Everybody),
        new("GET /contradictions", Everybody),
        new("GET /contradictions/{id:guid}", Everybody),
        new("GET /disclosures", Everybody),
        new("GET /disclosures/{id:guid}", Everybody),
        new("GET /history/{id:guid}", Everybody),
        new("GET /insights", Everybody),
        new("GET /insights/capital", Everybody),
        new("GET /insights/capital/rounds", Everybody),
        new("GET /insights/dependencies", Everybody),
        new("GET /insights/interests", Everybody),
        new("GET /insights/questions", Everybody),
        new("GET /insights/stale", Everybody),
        new("GET /error/{status:int}", Everybody, "/error/404"),
        new("GET /{**path:file}", Everybody, "/no-such-file.css"),
        new("HEAD /{**path:file}", Everybody, "/no-such-file.css"),
        new("GET /swagger/v1/swagger.json", Everybody, "/swagger/v1/swagger.json"),
        new("HEAD /swagger/v1/swagger.json", Everybody, "/swagger/v1/swagger.json"),
        new("ANY /health/live", Everybody),
        new("ANY /health/ready", Everybody),

        // Drafts and submissions.
        new("GET /disclosures/new", Contributor),
        new("POST /disclosures/new", Contributor),
        new("GET /disclosures/{id:guid}/edit", Contributor),
        new("POST /disclosures/{id:guid}/edit", Contributor),
        new("GET /disclosures/{id:guid}/source", Contributor),
        new("POST /disclosures/{id:guid}/source", Contributor),
        new("GET /disclosures/{id:guid}/discard", Contributor),
        new("POST /disclosures/{id:guid}/discard", Contributor),
        new("GET /disclosures/{id:guid}/review", Contributor),
        new("POST /disclosures/{id:guid}/review", Reviewer),
        new("GET /disclosures/queue", Reviewer),

        // Everything at once.
        new("GET /api/v1/export", Contributor),
        new("HEAD /api/v1/export", Contributor),
        new("GET /api/v1/export/{file}", Contributor),
        new("HEAD /api/v1/export/{file}", Contributor),

        // What is done to the records themselves.
        new("GET /duplicates", Analyst),
        new("POST /duplicates", Analyst),
        new("GET /merge", Analyst),
        new("POST /merge", Analyst),
        new("GET /history/{id:guid}/revert", Analyst),
        new("POST /history/{id:guid}/revert", Analyst),
        new("GET /history/{id:guid}/remove", Analyst),
        new("POST /history/{id:guid}/remove", Analyst),
        new("GET /history/{id:guid}/undo-merge", Analyst),
        new("POST /history/{id:guid}/undo-merge", Analyst),
        new("POST /contradictions/{id:guid}", Analyst),
        new("POST /questions/{slugOrId}", Analyst),
        new("GET /sources/{slug}/likeness", Analyst),
        new("POST /sources/{slug}/likeness", Analyst),
        new("GET /sources/{slug}/passages", Analyst),
        new("GET /sources/{slug}/snapshots/new", Analyst),
        new("POST /sources/{slug}/snapshots/new", Analyst),

        // Accounts.
        new("GET /account/sign-in", Everybody),
        new("POST /account/sign-in", Everybody),
        new("GET /account/sign-out", Everybody),
        new("POST /account/sign-out", Everybody, EndsSession: true),
        new("GET /account", Contributor),
        new("GET /account/password", Contributor),
        new("POST /account/password", Contributor),
        new("GET /account/disclosures", Contributor),
        new("POST /account/disclosures", Contributor),
        new("GET /account/notifications", Contributor),
        new("POST /account/notifications", Contributor),
        new("GET /account/notifications.atom", Contributor),
        new("GET /account/sign-in/code", Everybody, AfterPassword: true),
        new("POST /account/sign-in/code", Everybody, AfterPassword: true),
        new("GET /account/invitation", Everybody),
        new("POST /account/invitation", Everybody),
        new("GET /account/second-factor", Contributor),
        new("POST /account/second-factor", Contributor),
        new("GET /account/sessions", Contributor),
        new("POST /account/sessions", Contributor),
        new("GET /account/keys", Contributor),
        new("POST /account/keys", Contributor),
        new("GET /admin/webhooks", Admin),
        new("POST /admin/webhooks", Admin),
        new("GET /admin/webhooks/{id:guid}", Admin),
        new("POST /admin/webhooks/{id:guid}", Admin),
        new("GET /admin/accounts", Admin),
        new("POST /admin/accounts", Admin),
        new("GET /admin/accounts/{name}", Admin),
        new("POST /admin/accounts/{name}", Admin),
        new("GET /admin/activity", Admin),
        new("GET /admin/activity.csv", Admin),
        new("GET /admin/activity.ndjson", Admin),

        // REST.
        .. Reads("", "changes", "insights/capital", "insights/capital/rounds", "insights/dependencies", "insights/interests", "insights/questions", "insights/stale"),
        .. Reads("search", "reconcile", "reconcile/properties", "reconcile/suggest/entity", "reconcile/suggest/property", "reconcile/suggest/type", "companies/{id}.atom", "questions/{id}.atom"),
        new("POST /api/v1/reconcile", Everybody),
        new("GET /reconcile/preview/{slug}", Everybody),
        .. Collections("companies", "people", "investors", "funding-rounds", "deals", "affiliations", "claims", "observations", "milestones", "questions"),
        .. Lists("sources", "contradictions", "disclosures"),
        new("POST /api/v1/disclosures", Contributor),
        new("POST /api/v1/disclosures/{id}/submit", Contributor),
        new("POST /api/v1/disclosures/{id}/withdraw", Contributor),
        new("POST /api/v1/disclosures/{id}/accept", Reviewer),
        new("POST /api/v1/disclosures/{id}/reject", Reviewer),
        new("POST /api/v1/contradictions/{id}/rulings", Analyst),
        new("POST /api/v1/merges", Analyst),
    ];

    private static IEnumerable<RouteRole> Collections(params IEnumerable<string> names) => names.SelectMany(name => Lists(name).Concat(Reads($"{name}/{{id}}/history")));

    private static IEnumerable<RouteRole> Lists(params IEnumerable<string> names) => names.SelectMany(name => Reads(name, $"{name}.csv", $"{name}.ndjson", $"{name}.atom", $"{name}/{{id}}"));

    private static IEnumerable<RouteRole> Reads(params IEnumerable<string> paths) =>
        from path in paths
        from method in new[] { "GET", "HEAD" }
        select new RouteRole($"{method} /api/v1/{path}".TrimEnd('/'), Everybody);
}
