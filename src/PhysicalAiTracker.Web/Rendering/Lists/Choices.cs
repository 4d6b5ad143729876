using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Web.Rendering.Lists;

/// <summary>The choices of a list's open filters.</summary>
public static class Choices
{
    /// <param name="parameters">Parties by the parameter they are a choice for; null leaves a field to type a slug into.</param>
    public static Dictionary<string, IReadOnlyList<Choice>> Of(params IReadOnlyList<(string Parameter, IReadOnlyList<PartyLink>? Parties)> parameters) =>
        parameters.Where(p => p.Parties is not null)
            .ToDictionary(p => p.Parameter, p => (IReadOnlyList<Choice>)[.. p.Parties!.Select(party => new Choice(party.Slug, party.Name))]);

    /// <summary>Adds values that are their own names.</summary>
    public static Dictionary<string, IReadOnlyList<Choice>> And(this Dictionary<string, IReadOnlyList<Choice>> choices, string parameter, IReadOnlyList<string> values)
    {
        choices[parameter] = [.. values.Select(value => new Choice(value, value))];
        return choices;
    }
}
