using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the database does too, and has all migrations. Reasons are logged, not told.</summary>
public static class Health
{
    public const string Path = "/health";

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<DatabaseCheck>("database");

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks($"{Path}/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        routes.MapHealthChecks($"{Path}/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(new { status = report.Status == HealthStatus.Healthy ? "ok" : "unavailable" }, context.RequestAborted);

    private sealed class DatabaseCheck(TrackerDbContext db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                return (await db.PendingMigrationsAsync(cancellationToken)).Count == 0
                    ? HealthCheckResult.Healthy()
                    : HealthCheckResult.Unhealthy("migrations are pending");
            }
            catch (Exception exception) when (exception is DbException or InvalidOperationException or TimeoutException)
            {
                return HealthCheckResult.Unhealthy("the database cannot be reached", exception);
            }
        }
    }
}
