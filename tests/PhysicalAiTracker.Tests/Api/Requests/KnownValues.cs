namespace PhysicalAiTracker.Tests.Api.Requests;

/// <summary>Values that get past the first check: of records that are there, were there, and of answers given before.</summary>
internal sealed class KnownValues
{
    private const int Kept = 40;

    private readonly Dictionary<string, List<string>> _values = new()
    {
        ["queries"] = ["{\"q0\":{\"query\":\"Figure AI, Inc.\",\"type\":\"company\"}}", "{\"q0\":{\"query\":\"prometheus\",\"limit\":3,\"properties\":[{\"pid\":\"country\",\"v\":\"US\"}]},\"q1\":{\"query\":\"\"}}", "[]", "{\"q\":1}"],
        ["extend"] = ["{\"ids\":[\"project-prometheus\"],\"properties\":[{\"id\":\"country\"}]}", "{\"ids\":[],\"properties\":[]}", "{\"ids\":[1],\"properties\":[null]}"],
        ["Idempotency-Key"] = ["once", "twice", new string('k', 200), new string('k', 201)],
        ["If-Match"] = ["\"1\"", "*", "\"1\", \"2\"", "W/\"1\""],
        ["If-None-Match"] = ["*", "\"none\""],
        ["asOf"] = ["2026-01-01", "2100-01-01", "0001-01-01", "2026-02-30", DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)],
        ["file"] = ["funding-rounds.ndjson", "parties.csv", "manifest.json", "assertions.csv"],
        ["q"] = ["prometheus", "a", "ab", "bezos round", "\"", "*", "a* OR b", "NEAR(a b)"],
        ["cursor"] = ["WyI1ZjA", "0", "W10", "bnVsbA", "WzEsMiwzXQ"],
        ["since"] = ["2026-01-01T00:00:00Z", "2026-01-01", "0"],
    };

    /// <summary>Values for a parameter or header.</summary>
    public IReadOnlyList<string> For(string name) => _values.TryGetValue(name, out var values) ? values : Any;

    /// <summary>Ids and slugs for a path; sometimes of another kind.</summary>
    public IReadOnlyList<string> Of(string path) =>
        _values.TryGetValue(path.EndsWith("{file}", StringComparison.Ordinal) ? "file" : path.Split('/').ElementAtOrDefault(3) ?? "", out var values) ? values : Any;

    private IReadOnlyList<string> Any => _values.GetValueOrDefault("companies") ?? ["none"];

    public void Add(string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        if (!_values.TryGetValue(name, out var values))
        {
            _values[name] = values = [];
        }

        if (values.Count < Kept && !values.Contains(value))
        {
            values.Add(value);
        }
    }
}
