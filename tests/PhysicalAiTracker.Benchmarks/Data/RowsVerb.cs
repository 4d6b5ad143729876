using System.CommandLine;

namespace PhysicalAiTracker.Benchmarks.Data;

/// <summary><c>rows</c>: writes a table for the verb <c>import</c>.</summary>
internal static class RowsVerb
{
    public static Command Create()
    {
        var rows = new Argument<int>("rows") { Description = "How many funding rounds.", DefaultValueFactory = _ => GeneratedSize.Full.Rounds };
        var directory = new Option<string>("--directory") { Description = "Where rounds.csv and rounds.mapping.json are written.", DefaultValueFactory = _ => "bench-rows" };
        var verb = new Command("rows", "Writes a made-up table of funding rounds and its mapping, the same for the same number.") { rows, directory };
        verb.SetAction(async (parsed, cancellation) =>
        {
            var folder = Directory.CreateDirectory(parsed.GetValue(directory)!).FullName;
            await GeneratedRows.WriteAsync(Path.Combine(folder, "rounds.csv"), parsed.GetValue(rows));
            await File.WriteAllTextAsync(Path.Combine(folder, "rounds.mapping.json"), GeneratedRows.Mapping, cancellation);
            return 0;
        });
        return verb;
    }
}
