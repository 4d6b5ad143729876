using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Affiliations;

/// <summary>Reads as a sentence: <em>party</em> is <em>kind</em> of <em>organisation</em>.</summary>
public enum AffiliationKind
{
    Founder,
    CoFounder,
    Executive,
    Board,
    Employee,
    FormerlyAt,

    /// <summary>The party hired people from the organisation.</summary>
    HiredFrom,

    /// <summary>People who had worked at the organisation founded the party.</summary>
    FoundedByAlumniOf,
    ParentOf,
    Shareholder,
}

/// <summary>What ties a person or a party to a party. Interests are read off these.</summary>
public sealed class Affiliation : Record
{
    public const int TitleLength = 200;
    public const int NoteLength = 1000;

    public override RecordKind Kind => RecordKind.Affiliation;

    public Guid PartyId { get; set; }

    public Party Party { get; set; } = null!;

    public Guid OrganisationId { get; set; }

    public Party Organisation { get; set; } = null!;

    public AffiliationKind Type { get; set; }

    public string? Title { get; set; }

    public PartialDate? From { get; set; }

    public PartialDate? To { get; set; }

    public string? Note { get; set; }

    public override IEnumerable<(string Field, string Problem)> Check()
    {
        if (PartyId == OrganisationId)
        {
            yield return ("organisation", "is the party itself");
        }

        if (From is not null && To is not null && To.Latest < From.Earliest)
        {
            yield return ("to", "ends before it begins");
        }
    }
}
