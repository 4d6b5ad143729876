using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Accounts.Idempotency;
using PhysicalAiTracker.Core.Accounts.Invitations;
using PhysicalAiTracker.Core.Accounts.Keys;
using PhysicalAiTracker.Core.Accounts.SecondFactor;
using PhysicalAiTracker.Core.Accounts.Sessions;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Accounts;

/// <summary>ASP.NET Core Identity on the tracker's database. Cookies and pages belong to the web.</summary>
public static class AccountRegistration
{
    /// <summary>PBKDF2-HMAC-SHA512; OWASP's password storage cheat sheet asks for 210,000.</summary>
    public const int HashIterations = 210_000;

    /// <summary>Wrong passwords in a row that lock an account.</summary>
    public const int FailuresToLock = 5;

    /// <summary>How long a locked account stays so.</summary>
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    public static IdentityBuilder AddTrackerAccounts(this IServiceCollection services)
    {
        // Added before Identity, which then leaves its own rules (digits, capitals…) out.
        services.AddScoped<IPasswordValidator<TrackerUser>, PasswordValidator>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);
        services.AddScoped<AccountCommands>();
        services.AddScoped<AccountQueries>();
        services.AddScoped<AccountSweep>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<SecondFactorCheck>();
        services.AddScoped<SecondFactorCommands>();
        services.AddScoped<TrackerUserStore>();
        services.AddScoped<SessionCommands>();
        services.AddScoped<SessionQueries>();
        services.AddScoped<ApiKeyCheck>();
        services.AddScoped<ApiKeyCommands>();
        services.AddScoped<ApiKeyQueries>();
        services.AddScoped<InvitationCommands>();
        services.AddScoped<InvitationQueries>();
        services.AddScoped<NamedRequests>();
        return services.AddIdentityCore<TrackerUser>(options =>
            {
                options.Lockout.MaxFailedAccessAttempts = FailuresToLock;
                options.Lockout.DefaultLockoutTimeSpan = LockTime;
                options.Lockout.AllowedForNewUsers = true;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<TrackerDbContext>()
            .AddUserStore<TrackerUserStore>()
            .AddUserValidator<NameValidator>();
    }

    private sealed class PasswordValidator : IPasswordValidator<TrackerUser>
    {
        public Task<IdentityResult> ValidateAsync(UserManager<TrackerUser> manager, TrackerUser user, string? password)
        {
            var problems = PasswordRules.Problems(password ?? "", user.UserName, user.Email);
            return Task.FromResult(problems.Count == 0
                ? IdentityResult.Success
                : IdentityResult.Failed([.. problems.Select(problem => new IdentityError { Code = "Password", Description = problem })]));
        }
    }

    private sealed class NameValidator : IUserValidator<TrackerUser>
    {
        public Task<IdentityResult> ValidateAsync(UserManager<TrackerUser> manager, TrackerUser user) =>
            Task.FromResult(user.UserName is { Length: <= TrackerUser.NameLength }
                ? IdentityResult.Success
                : IdentityResult.Failed(new IdentityError { Code = "Name", Description = $"The name may have {TrackerUser.NameLength} characters." }));
    }
}
