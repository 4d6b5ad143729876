using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;
using PhysicalAiTracker.Web.Cli;

namespace PhysicalAiTracker.Tests.Cli;

/// <summary>Runs verbs as a script would, on a data directory of its own.</summary>
internal sealed class TestTerminal : IDisposable
{
    private readonly TemporaryDirectory _data = new();

    public string Data => _data.Path;

    public string File(string name) => _data.File(name);

    public async Task<Answer> RunAsync(string[] words, string input = "")
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(new StringReader(input), output, error, Interactive: false);
        var code = await CommandLine.RunAsync([.. words, $"--Data:Directory={Data}"], terminal);
        return new Answer(code, output.ToString(), error.ToString());
    }

    public Task<Answer> RunAsync(params string[] words) => RunAsync(words, "");

    public void Dispose()
    {
        SqliteFile.Close(File(DatabaseRegistration.SqliteFile));
        _data.Dispose();
    }

    /// <param name="Code">Exit code.</param>
    internal sealed record Answer(int Code, string Out, string Error);
}
