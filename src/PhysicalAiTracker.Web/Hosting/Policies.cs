using PhysicalAiTracker.Core.Accounts;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>
/// Names of what an account must be allowed to do, for <c>[Authorize(Policy = …)]</c> and <c>RequireAuthorization</c>. Each lets its role
/// in and those that may do more; <c>docs/roles.md</c> says what asks for which.
/// </summary>
public static class Policies
{
    /// <summary>Writing drafts and submitting them.</summary>
    public const string Contributor = Roles.Contributor;

    /// <summary>Publishing, ruling, reverting.</summary>
    public const string Analyst = Roles.Analyst;

    /// <summary>Deciding on what others submitted, merging, removing.</summary>
    public const string Reviewer = Roles.Reviewer;

    /// <summary>Looking after accounts and reading the activity log.</summary>
    public const string Admin = Roles.Admin;

    public static void AddPolicies(this IServiceCollection services)
    {
        var builder = services.AddAuthorizationBuilder();
        foreach (var role in Roles.All)
        {
            builder.AddPolicy(role, policy => policy.RequireRole(Roles.From(role)));
        }
    }
}
