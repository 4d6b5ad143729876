using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Web.Rendering.Lists;

/// <summary>The choices of a list's open filters.</summary>
public static class Choices
{
    /// <param name="parameters">Parties by the parameter they are a choice for; null leaves a field to type a slug into.</param>
    public static Dictionary<string, IReadOnlyList<Choice>> Of(params IReadOnlyList<(string Parameter, IReadOnlyList<PartyLink>? Parties)> parameters) =>
        parameters.Where(p => p.Parties is not null)
            .ToDictionary(p => p.Parameter, p => (IReadOnlyList<Choice>)[.. p.Parties!.Select(party => new Choice(party.Slug, party.Name))]);
}
