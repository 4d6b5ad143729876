using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Staleness;

/// <summary>A fact that nobody has confirmed for longer than its kind allows.</summary>
/// <param name="Field">The record's field.</param>
/// <param name="ConfirmedOn">The newest day as of which a proved passage says so; where none says, when its source was published, or at worst when it was entered.</param>
/// <param name="StaleFrom">The first day on which it was stale, as its grade has it.</param>
public sealed record StaleFact(RecordName Record, string Field, PartialDate ConfirmedOn, DateOnly StaleFrom);

/// <summary>Something that happened to a company.</summary>
public sealed record DoubtEvent(RecordName Record, PartialDate On);

/// <summary>A fact older than something that happened to its company.</summary>
/// <param name="ConfirmedOn">The newest day as of which the fact was confirmed.</param>
/// <param name="Events">What happened afterwards, the latest first; at most <see cref="StalenessQueries.MostEvents"/>.</param>
public sealed record DoubtfulFact(RecordName Record, string Field, PartialDate ConfirmedOn, IReadOnlyList<DoubtEvent> Events);

/// <summary>What is going stale.</summary>
/// <param name="ShelfLives">How long each kind of fact holds: the table of the grades.</param>
/// <param name="TotalStale">Stale facts in all; at most <see cref="StalenessQueries.Most"/> are listed, the longest stale first.</param>
/// <param name="TotalInDoubt">Facts in doubt in all, listed likewise, the latest event first.</param>
public sealed record StalenessReport(
    DateOnly AsOf, string Rule, IReadOnlyList<ShelfLife> ShelfLives, int TotalStale, IReadOnlyList<StaleFact> Stale, int TotalInDoubt, IReadOnlyList<DoubtfulFact> InDoubt);
