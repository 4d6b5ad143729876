using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Grades;

/// <summary>How a grade came about, without the day it is read on.</summary>
/// <param name="Weakest">Of a whole record, the field that decides; otherwise null.</param>
/// <param name="Origins">Heaviest first.</param>
/// <param name="Months">After which such a fact is stale; null for never.</param>
public sealed record GradeTrace(string? Weakest, IReadOnlyList<OriginWeight> Origins, int Denials, bool Contradicted, int Unproved, int? Months)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static GradeTrace Of(GradeOutcome outcome, int? months, string? weakest = null) =>
        new(weakest, outcome.Origins, outcome.Denials, outcome.Contradicted, outcome.Unproved, months);

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <exception cref="JsonException">The text is no trace.</exception>
    public static GradeTrace Parse(string json) => JsonSerializer.Deserialize<GradeTrace>(json, Options) ?? throw new JsonException("A grade has no trace.");

    /// <summary>"2 origins: Observer, company filing; no contradiction; 3 weeks old".</summary>
    /// <param name="evidenceOn">The newest day that a passage speaks of.</param>
    /// <param name="label">What a person calls the field that decides.</param>
    public string InWords(DateOnly? evidenceOn, DateOnly? staleFrom, DateOnly today, Func<string, string> label)
    {
        string?[] parts =
        [
            Weakest is null ? null : $"decided by {label(Weakest)}",
            Origins.Count switch
            {
                0 => "no proved passage says so",
                1 => $"1 origin: {Named(Origins[0])}",
                _ => $"{Number(Origins.Count)} origins: {string.Join(", ", Origins.Select(Named))}",
            },
            (Denials, Contradicted) switch
            {
                (0, false) => "no contradiction",
                (0, true) => "in an open contradiction",
                (_, false) => $"denied by {Passages(Denials)}",
                _ => $"denied by {Passages(Denials)} and in an open contradiction",
            },
            Unproved == 0 ? null : $"{Passages(Unproved)} left out, whose words are gone",
            evidenceOn is null ? null : Age.Of(evidenceOn.Value, today) is Age.Today ? "from today" : $"{Age.Of(evidenceOn.Value, today)} old",
            staleFrom <= today ? $"stale after {Number(Months ?? 0)} months" : null,
        ];
        return string.Join("; ", parts.Where(part => part is not null));
    }

    private static string Named(OriginWeight origin) => origin.Lowered.Count == 0 ? origin.Name : $"{origin.Name} ({string.Join(", ", origin.Lowered)})";

    private static string Passages(int count) => count == 1 ? "1 passage" : $"{Number(count)} passages";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
