using PhysicalAiTracker.Core.Search;

namespace PhysicalAiTracker.Web.Api;

/// <summary>Query parameters as Core reads them, and what a program is told that a form is forgiven.</summary>
internal static class RequestParameters
{
    private const int Shown = 60;

    public static ListRequest Read(IQueryCollection query) => new(query.ToDictionary(
        parameter => parameter.Key,
        // Repeating a parameter means what a comma does, for sort too.
        parameter => (IReadOnlyList<string>)(parameter.Key == ListDefinition.SortBy ? [string.Join(',', parameter.Value!)] : [.. parameter.Value.Select(value => value ?? "")]),
        StringComparer.Ordinal));

    /// <summary>Parameters given without a value: a script's empty variable would otherwise get everything.</summary>
    /// <param name="known">Problems found already; a parameter is blamed once.</param>
    public static IEnumerable<ParameterProblem> Blanks(ListRequest request, IReadOnlyList<ParameterProblem> known) =>
        from parameter in request.Parameters
        where parameter.Value.Any(string.IsNullOrWhiteSpace) && !Shape.Parameters.Contains(parameter.Key) && !known.Any(problem => problem.Name == parameter.Key)
        select new ParameterProblem(parameter.Key, "has no value: leave the parameter out instead", []);

    /// <summary>Parameters that are none of the allowed ones.</summary>
    public static IEnumerable<ParameterProblem> Strangers(IQueryCollection query, IReadOnlyList<string> allowed) =>
        from name in query.Keys
        where !allowed.Contains(name)
        select new ParameterProblem(Shorten(name), $"“{Shorten(name)}” is no parameter here", allowed);

    public static string Shorten(string text) => text.Length <= Shown ? text : text[..Shown] + "…";
}
