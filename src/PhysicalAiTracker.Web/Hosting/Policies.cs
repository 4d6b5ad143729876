using PhysicalAiTracker.Core.Accounts;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Names of what an account must be allowed to do, for <c>[Authorize(Policy = …)]</c> and <c>RequireAuthorization</c>.</summary>
public static class Policies
{
    /// <summary>Adding and publishing disclosures: analysts and admins.</summary>
    public const string Analyst = "analyst";

    /// <summary>Looking after accounts: admins.</summary>
    public const string Admin = "admin";

    public static void AddPolicies(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .AddPolicy(Analyst, policy => policy.RequireRole(Roles.Analyst, Roles.Admin))
        .AddPolicy(Admin, policy => policy.RequireRole(Roles.Admin));
}
