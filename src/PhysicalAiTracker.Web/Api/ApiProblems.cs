using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api;

/// <summary>What is wrong with one parameter.</summary>
/// <param name="Allowed">What could stand there instead; empty where that cannot be listed.</param>
internal sealed record ParameterError(string Parameter, string Message, IReadOnlyList<string> Allowed);

/// <summary>Answers of the API to requests that it cannot serve.</summary>
internal static class ApiProblems
{
    public const string Errors = "errors";

    /// <summary>400 with every parameter that is wrong, and what is allowed there.</summary>
    public static ProblemHttpResult BadRequest(HttpContext context, IReadOnlyList<ParameterProblem> problems) =>
        Problems.Of(context, StatusCodes.Status400BadRequest, string.Join(' ', problems.Select(problem => $"{problem.Name}: {problem.Message.TrimEnd('.')}.")), ProblemType.InvalidParameters)
            .With(Errors, problems.Select(problem => new ParameterError(problem.Name, problem.Message, problem.Allowed)).ToList());

    /// <summary>Adds a member in the API's own JSON.</summary>
    public static ProblemHttpResult With<T>(this ProblemHttpResult problem, string name, T value)
    {
        problem.ProblemDetails.Extensions[name] = JsonSerializer.SerializeToElement(value, ApiJson.Options);
        return problem;
    }
}
