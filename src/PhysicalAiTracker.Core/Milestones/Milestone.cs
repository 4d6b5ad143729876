using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Milestones;

/// <summary>What sort of event it is.</summary>
public enum MilestoneKind
{
    ModelRelease,
    Product,
    Pilot,
    Research,
    Other,
}

/// <summary>A dated event in a party's work.</summary>
public sealed class Milestone : Record
{
    public const int TitleLength = 300;
    public const int NoteLength = 1000;

    private PartialDate? _on;

    public override RecordKind Kind => RecordKind.Milestone;

    public Guid PartyId { get; set; }

    public Party Party { get; set; } = null!;

    public MilestoneKind Type { get; set; }

    /// <summary>The event in the tracker's words.</summary>
    public string Title { get; set; } = "";

    public PartialDate? On
    {
        get => _on;
        set => (_on, OnFrom, OnTo) = (value, value?.Earliest, value?.Latest);
    }

    /// <summary>Search keys of <see cref="On"/>: the first and last day it may mean.</summary>
    public DateOnly? OnFrom { get; private set; }

    /// <inheritdoc cref="OnFrom"/>
    public DateOnly? OnTo { get; private set; }

    public string? Note { get; set; }
}
