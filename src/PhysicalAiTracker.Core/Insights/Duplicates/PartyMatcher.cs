using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>What a party is told from others by.</summary>
/// <param name="Kind">Null where that is not known.</param>
/// <param name="Host">Of its website; null where it has none of its own.</param>
/// <param name="Sources">Ids of the sources that speak of it.</param>
internal sealed record PartyFacts(Guid Id, string Name, string? Slug, PartyKind? Kind, IReadOnlyList<NameForm> Names, string? Host, PartialDate? FoundedOn, IReadOnlySet<Guid> Sources)
{
    public bool MayBePerson => Kind is null or PartyKind.Person;

    public IReadOnlySet<long> Hashes => new[] { NameHashes.OfHost(Host) }.OfType<long>().Concat(Names.SelectMany(name => NameHashes.Of(name, MayBePerson))).ToHashSet();

    /// <summary>Of who is like it, each has one of these among its <see cref="Hashes"/>.</summary>
    public IReadOnlySet<long> Sought => new[] { NameHashes.OfHost(Host) }.OfType<long>().Concat(Names.SelectMany(name => NameHashes.Sought(name, MayBePerson))).ToHashSet();

    public static IReadOnlyList<NameForm> FormsOf(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Select(NameForm.Of).OfType<NameForm>()];

    /// <summary>The host of an address, without “www.”; null of hosts that many share.</summary>
    public static string? HostOf(string? website) =>
        NormalisedUrl.Of(website, out _) is { } url && new Uri(url).IdnHost is { Length: > 0 } host && !NameWords.SharedHosts.Contains(host) ? host : null;
}

/// <summary>Counts what speaks for and against two parties being one.</summary>
internal static class PartyMatcher
{
    /// <summary>What it counts that one source speaks of both.</summary>
    public const int SameSource = 5;

    public static IReadOnlyList<Point> Compare(PartyFacts one, PartyFacts other)
    {
        var points = new List<Point>();
        var name = NameMatcher.Best(one.Names, other.Names, one.MayBePerson && other.MayBePerson);
        if (name is not null)
        {
            points.Add(name);
        }

        if (one.Host is not null && one.Host == other.Host)
        {
            points.Add(new Point("website", 40, $"Both have their website at {one.Host}."));
        }

        if (points.Count == 0)
        {
            return [];
        }

        if (name is not null && one.Sources.Overlaps(other.Sources))
        {
            points.Add(new Point("same-source", SameSource, "One source speaks of both."));
        }

        if (one.FoundedOn is { } founded && other.FoundedOn is { } othersFounded)
        {
            var apart = Math.Abs(founded.Earliest.Year - othersFounded.Earliest.Year);
            if (apart != 1)
            {
                points.Add(apart == 0 ? new Point("founded", 5, $"Both were founded in {founded.Earliest.Year}.") : new Point("founded", -20, $"They were founded {apart} years apart."));
            }
        }

        if (one.Kind is { } kind && other.Kind is { } othersKind && kind != othersKind)
        {
            var (first, second) = kind < othersKind ? (kind, othersKind) : (othersKind, kind);
            points.Add(new Point("kind", kind == PartyKind.Person || othersKind == PartyKind.Person ? -40 : -30, $"One is {Called(first)}, the other {Called(second)}."));
        }

        return points;
    }

    /// <summary>“an investment firm”.</summary>
    internal static string Called(PartyKind kind) => $"{(kind == PartyKind.InvestmentFirm ? "an" : "a")} {Prose.Of(kind)}";
}
