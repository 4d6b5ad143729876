using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Dependencies;

/// <summary>A claim that names a provider or hardware.</summary>
/// <param name="Id">The claim.</param>
/// <param name="Company">Null where the claim is about a class of systems.</param>
/// <param name="Subject">The class of systems; null where the claim is about a company.</param>
/// <param name="Candidate">True where the source only takes the provider for possible.</param>
public sealed record Dependent(Guid Id, PartyLink? Company, string? Subject, Plane Plane, Placement Placement, ClaimModality Modality, bool Candidate);

/// <summary>Whose compute others run on.</summary>
/// <param name="Companies">Companies and classes of systems that depend on it, each once.</param>
public sealed record ProviderDependence(PartyLink Provider, int Companies, IReadOnlyList<Dependent> Claims);

/// <summary>Hardware that claims name.</summary>
/// <param name="Makers">Known parties whose name the hardware bears.</param>
/// <param name="Companies">Companies and classes of systems that run on it, each once.</param>
public sealed record HardwareDependence(string Hardware, IReadOnlyList<PartyLink> Makers, int Companies, IReadOnlyList<Dependent> Claims);

/// <summary>Who depends on whom.</summary>
/// <param name="TotalProviders">Providers in all; at most <see cref="DependencyQueries.Most"/> are listed, those with most companies first.</param>
/// <param name="TotalHardware">Kinds of hardware in all, listed likewise.</param>
public sealed record DependencyReport(
    DateOnly AsOf, string Rule, int TotalProviders, IReadOnlyList<ProviderDependence> Providers, int TotalHardware, IReadOnlyList<HardwareDependence> Hardware);

/// <summary>Reads off the claims which companies' AI runs on whose compute and on what hardware.</summary>
public sealed class DependencyQueries(TrackerDbContext db, TimeProvider time)
{
    /// <summary>No answer lists more providers, or more kinds of hardware.</summary>
    public const int Most = 100;

    public const string Rule =
        "A provider is a party that a valid claim names as host, candidates included and marked; hardware is what a valid claim names, spelt as there and put together "
        + "without regard to case. A company counts once, however many of its claims name the provider.";

    /// <param name="planes">Only claims about these; null means all.</param>
    /// <param name="modalities">Only claims of these; null means all.</param>
    public async Task<DependencyReport> ReportAsync(IReadOnlyCollection<Plane>? planes, IReadOnlyCollection<ClaimModality>? modalities, CancellationToken cancellation)
    {
        var today = InsightDates.Today(time);
        var rows = await db.Claims.AsNoTracking()
            .Where(c => (c.Hosts.Any() || c.Hardware.Any()) && (planes == null || planes.Contains(c.Plane)) && (modalities == null || modalities.Contains(c.Modality)))
            .OrderBy(c => c.Company!.NameKey).ThenBy(c => c.Plane).ThenBy(c => c.Id)
            .Select(c => new
            {
                Claim = new Dependent(c.Id, c.Company == null ? null : new PartyLink(c.Company.Slug, c.Company.Name, c.Company.Type), c.Subject, c.Plane, c.Placement, c.Modality, false),
                c.ValidTo,
                Hosts = c.Hosts.OrderBy(h => h.Ordinal).Select(h => new { h.PartyId, Party = new PartyLink(h.Party.Slug, h.Party.Name, h.Party.Type), h.Candidate }).ToList(),
                Hardware = c.Hardware.OrderBy(h => h.Ordinal).Select(h => h.Name).ToList(),
            })
            .ToListAsync(cancellation);
        rows.RemoveAll(row => !InsightDates.Holds(row.ValidTo, today));
        var providers = rows.SelectMany(row => row.Hosts.Select(host => (Host: host, Claim: row.Claim with { Candidate = host.Candidate })))
            .GroupBy(row => row.Host.PartyId)
            .Select(group => new ProviderDependence(group.First().Host.Party, CountOf(group.Select(row => row.Claim)), [.. group.Select(row => row.Claim)]))
            .OrderByDescending(provider => provider.Companies).ThenBy(provider => provider.Provider.Name, StringComparer.Ordinal).ToList();
        var hardware = rows.SelectMany(row => row.Hardware.Select(name => (Name: name, row.Claim)))
            .GroupBy(row => NameKey.Of(row.Name))
            .Select(group => (Key: group.Key, Item: new HardwareDependence(group.First().Name, [], CountOf(group.Select(row => row.Claim)), [.. group.Select(row => row.Claim).DistinctBy(claim => claim.Id)])))
            .OrderByDescending(kind => kind.Item.Companies).ThenBy(kind => kind.Item.Hardware, StringComparer.Ordinal).ToList();
        var listed = hardware.Take(Most).ToList();
        var makers = await MakersAsync([.. listed.Select(kind => kind.Key)], cancellation);
        return new DependencyReport(
            today,
            Rule,
            providers.Count,
            [.. providers.Take(Most)],
            hardware.Count,
            [.. listed.Select(kind => kind.Item with { Makers = [.. Beginnings(kind.Key).SelectMany(key => makers[key]).DistinctBy(maker => maker.Slug)] })]);
    }

    private static int CountOf(IEnumerable<Dependent> claims) => claims.Select(claim => claim.Company?.Slug ?? "\n" + claim.Subject).Distinct().Count();

    /// <summary>The companies with a name or alias that one of the hardware's names begins with.</summary>
    private async Task<ILookup<string, PartyLink>> MakersAsync(IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var beginnings = keys.SelectMany(Beginnings).Distinct().ToArray();
        var makers = await db.Parties.AsNoTracking().Where(p => p.Type == PartyKind.Company)
            .SelectMany(p => p.Names.Where(n => n.Whole && beginnings.Contains(n.Key)), (p, n) => new { n.Key, Party = new PartyLink(p.Slug, p.Name, p.Type) })
            .ToListAsync(cancellation);
        return makers.ToLookup(maker => maker.Key, maker => maker.Party);
    }

    /// <summary>"nvidia jetson thor", "nvidia jetson", "nvidia".</summary>
    private static IEnumerable<string> Beginnings(string key)
    {
        for (var end = key.Length; end > 0; end = key.LastIndexOf(' ', end - 1))
        {
            yield return key[..end];
        }
    }
}
