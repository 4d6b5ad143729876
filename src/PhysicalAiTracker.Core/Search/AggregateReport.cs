namespace PhysicalAiTracker.Core.Search;

/// <summary>Figures of a list, by groups.</summary>
/// <param name="Rule">How they are made, for a person to read.</param>
/// <param name="By">What the list is split by, beside the kind of money.</param>
/// <param name="LeftOut">Items of the list that are in no group.</param>
public sealed record AggregateReport(string Rule, IReadOnlyList<string> By, IReadOnlyList<AggregateGroup> Groups, int LeftOut);

/// <summary>The figures of one group.</summary>
/// <param name="Money">Kind of money, which is never added to another.</param>
/// <param name="By">The group's value of each thing that the list is split by; null where it is not on record.</param>
/// <param name="Rounds">Rounds in the group.</param>
public sealed record AggregateGroup(string Money, IReadOnlyDictionary<string, string?> By, int Rounds, AggregateFigures Amount, AggregateFigures Valuation);

/// <summary>Figures of one value of a group's items.</summary>
/// <param name="Disclosed">Items whose worth in US dollars is known; the figures are of these alone.</param>
/// <param name="Undisclosed">Items of unknown value, or in a currency without a rate: never taken for zero.</param>
/// <param name="Usd">US dollars by the name of each figure asked for; null where nothing is disclosed.</param>
public sealed record AggregateFigures(int Disclosed, int Undisclosed, IReadOnlyDictionary<string, decimal?> Usd);
