using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Importing;

namespace PhysicalAiTracker.Core;

/// <summary>Registers Core's queries and commands; the database is added by <see cref="Data.DatabaseRegistration"/>.</summary>
public static class CoreRegistration
{
    public static IServiceCollection AddTrackerCore(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<DisclosureCommands>();
        services.AddScoped<SeedImporter>();
        return services;
    }
}
