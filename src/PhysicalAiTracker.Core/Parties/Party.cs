using PhysicalAiTracker.Core.Affiliations;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Questions;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Parties;

/// <summary>What a party is. <em>Investor</em> is no kind: it is what a party is when it takes part in a round.</summary>
public enum PartyKind
{
    Company,
    Person,
    InvestmentFirm,
    PublicBody,
}

/// <summary>Compute that a party sells: what its interest in somebody's placement would be.</summary>
public enum ComputeKind
{
    Cloud,
    Accelerators,
    EdgeSilicon,
}

/// <summary>A company, a person, an investment firm or a public body.</summary>
public sealed class Party : Record
{
    public const int NameLength = 200;
    /// <summary>A normalised name may be longer than the name: æ becomes ae.</summary>
    public const int KeyLength = 2 * NameLength;

    public const int SummaryLength = 600;
    public const int UrlLength = 2000;

    public override RecordKind Kind => RecordKind.Party;

    /// <summary>Unique among parties; a former one redirects here.</summary>
    public string Slug { get; set; } = "";

    public PartyKind Type { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Sort and equality key of the name, see <see cref="Shared.NameKey"/>.</summary>
    public string NameKey { get; set; } = "";

    /// <summary>The tracker's own words.</summary>
    public string? Summary { get; set; }

    public PartialDate? FoundedOn { get; set; }

    public string? Website { get; set; }

    public List<PartyName> Names { get; set; } = [];

    public List<PartySector> Sectors { get; set; } = [];

    public List<Place> Places { get; set; } = [];

    public List<PartyCompute> SellsCompute { get; set; } = [];

    public List<FundingRound> Rounds { get; set; } = [];

    public List<Participation> Participations { get; set; } = [];

    public List<ArchitectureClaim> Claims { get; set; } = [];

    public List<Question> Questions { get; set; } = [];

    /// <summary>Affiliations in which this party is the one spoken of.</summary>
    public List<Affiliation> Affiliations { get; set; } = [];

    /// <summary>Affiliations of others to this party.</summary>
    public List<Affiliation> Affiliates { get; set; } = [];

    /// <summary>Sets the name and the aliases together with the keys they are searched by.</summary>
    public void Rename(string name, IReadOnlyList<string> aliases)
    {
        Name = name;
        NameKey = Shared.NameKey.Of(name);
        Names.Clear();
        Names.AddRange(aliases.Prepend(name).SelectMany(PartyName.KeysOf));
    }
}

/// <summary>A name or alias under one search key: a row for each word the name can be looked up from.</summary>
public sealed class PartyName
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid PartyId { get; set; }

    public string Name { get; set; } = "";

    /// <summary>The normalised name from one of its words on.</summary>
    public string Key { get; set; } = "";

    /// <summary>True where the key is the whole name.</summary>
    public bool Whole { get; set; }

    internal static IEnumerable<PartyName> KeysOf(string name)
    {
        var whole = NameKey.Of(name);
        return NameKey.WordStarts(whole).Select(key => new PartyName { Name = name, Key = key, Whole = key == whole });
    }
}

/// <summary>A field of activity, as a kebab-case word.</summary>
public sealed class PartySector
{
    public const int NameLength = 60;

    public Guid PartyId { get; set; }

    public string Name { get; set; } = "";
}

/// <summary>Where a party has a presence, by its source.</summary>
public sealed class Place : IOrdered
{
    public const int NameLength = 120;
    public const int NoteLength = 500;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid PartyId { get; set; }

    public int Ordinal { get; set; }

    public string Name { get; set; } = "";

    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public string? Country { get; set; }

    public string? Note { get; set; }
}

/// <summary>One sort of compute that a party sells.</summary>
public sealed class PartyCompute
{
    public Guid PartyId { get; set; }

    public ComputeKind Kind { get; set; }
}
