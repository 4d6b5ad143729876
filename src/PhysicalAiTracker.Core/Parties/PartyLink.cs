namespace PhysicalAiTracker.Core.Parties;

/// <summary>A party as others mention it.</summary>
public sealed record PartyLink(string Slug, string Name, PartyKind Kind);
