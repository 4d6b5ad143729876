using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Architecture;

/// <summary>What the AI in question does. <see cref="Inference"/> is used where the source is no finer.</summary>
public enum Plane
{
    Training,
    Simulation,
    Planning,
    Perception,
    Control,
    Teleoperation,
    FleetLearning,
    Inference,
}

/// <summary>Where it runs. <see cref="Undisclosed"/> was asked or looked for and not told; that differs from no claim.</summary>
public enum Placement
{
    OnDevice,
    OnSite,
    Cloud,
    Hybrid,
    CustomerChoice,
    Undisclosed,
}

/// <summary>Whether it is so, can be so, is to be so, or ought to be so.</summary>
public enum ClaimModality
{
    InUse,
    Capability,
    Planned,
    Recommended,
}

/// <summary>One proposition about where some AI runs, at one scope.</summary>
public sealed class ArchitectureClaim : Record
{
    public const int ScopeLength = 200;
    public const int NoteLength = 1000;

    public override RecordKind Kind => RecordKind.Claim;

    /// <summary>The company the claim is about; null where it is about a class of systems.</summary>
    public Guid? CompanyId { get; set; }

    public Party? Company { get; set; }

    /// <summary>The class of systems the claim is about; null where it is about a company.</summary>
    public string? Subject { get; set; }

    public string? Product { get; set; }

    public string? ProductVersion { get; set; }

    public string? Deployment { get; set; }

    public string? Purpose { get; set; }

    public Plane Plane { get; set; }

    public Placement Placement { get; set; }

    public ClaimModality Modality { get; set; }

    /// <summary>What runs where, when the placement is a hybrid.</summary>
    public List<ClaimPart> Parts { get; set; } = [];

    public List<ClaimHost> Hosts { get; set; } = [];

    public List<ClaimHardware> Hardware { get; set; } = [];

    public List<LatencyMeasurement> Latencies { get; set; } = [];

    public PartialDate? ValidFrom { get; set; }

    public PartialDate? ValidTo { get; set; }

    public string? Note { get; set; }

    public override IEnumerable<(string Field, string Problem)> Check()
    {
        if (CompanyId is null == Subject is null)
        {
            yield return ("company", "name either the company or, for a class of systems, the subject: one of the two");
        }

        if (Parts.Count > 0 && Placement != Placement.Hybrid)
        {
            yield return ("parts", "only a hybrid placement has parts");
        }

        if (Placement == Placement.Undisclosed && Hosts.Exists(h => !h.Candidate))
        {
            yield return ("hosts", "an undisclosed placement has candidates at most");
        }

        if (ValidFrom is not null && ValidTo is not null && ValidTo.Latest < ValidFrom.Earliest)
        {
            yield return ("validTo", "ends before it begins");
        }
    }
}

/// <summary>A component of a hybrid and where it runs.</summary>
public sealed class ClaimPart : IOrdered
{
    public const int ComponentLength = 200;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid ClaimId { get; set; }

    public int Ordinal { get; set; }

    public string Component { get; set; } = "";

    public Placement Placement { get; set; }
}

/// <summary>Whose compute it runs on; a candidate where the source hedges.</summary>
public sealed class ClaimHost : IOrdered
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid ClaimId { get; set; }

    public int Ordinal { get; set; }

    public Guid PartyId { get; set; }

    public Party Party { get; set; } = null!;

    public bool Candidate { get; set; }
}

/// <summary>Hardware the claim names.</summary>
public sealed class ClaimHardware
{
    public const int NameLength = 200;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid ClaimId { get; set; }

    public int Ordinal { get; set; }

    public string Name { get; set; } = "";
}

/// <summary>Unit of a latency or a rate.</summary>
public enum LatencyUnit
{
    [Word("ms")]
    Milliseconds,
    [Word("Hz")]
    Hertz,
}

/// <summary>A measured latency or rate; worth nothing without what was measured, and how.</summary>
public sealed class LatencyMeasurement : IOrdered
{
    public const int TextLength = 300;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid ClaimId { get; set; }

    public int Ordinal { get; set; }

    public decimal Low { get; set; }

    /// <summary>The upper end of a range; null for a single value.</summary>
    public decimal? High { get; set; }

    public LatencyUnit Unit { get; set; }

    public Qualifier Qualifier { get; set; }

    public string Measures { get; set; } = "";

    public string? Conditions { get; set; }
}
