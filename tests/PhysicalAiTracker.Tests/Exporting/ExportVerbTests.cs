using PhysicalAiTracker.Tests.Cli;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Exporting;

/// <summary>Where the verb writes to, and what it says where it cannot.</summary>
public sealed class ExportVerbTests : IDisposable
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly TestTerminal _terminal = new();
    private readonly TemporaryDirectory _folders = new();

    public void Dispose()
    {
        _terminal.Dispose();
        _folders.Dispose();
    }

    [Fact]
    public async Task An_empty_folder_stays_the_one_that_it_is()
    {
        var folder = Directory.CreateDirectory(_folders.File("out"));
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = Mine;
        }

        (await _terminal.RunAsync("export", folder.FullName)).Should().Match<TestTerminal.Answer>(answer => answer.Code == 0 && answer.Error == "");

        folder.Refresh();
        folder.EnumerateFileSystemInfos().Should().Contain(entry => entry.Name == "manifest.json").And.NotContain(entry => entry is DirectoryInfo, "nothing of the way there is left");
        Directory.EnumerateFileSystemEntries(_folders.Path).Should().ContainSingle();
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode.Should().Be(Mine);
        }
    }

    [Theory]
    [InlineData("out")]
    [InlineData("all.zip")]
    public async Task Folders_above_the_target_are_made_and_a_file_there_is_told(string name)
    {
        (await _terminal.RunAsync("export", _folders.File($"one/two/{name}"))).Code.Should().Be(0);
        Path.Exists(_folders.File($"one/two/{name}")).Should().BeTrue();
        await File.WriteAllTextAsync(_folders.File("file"), "a file");

        var refused = await _terminal.RunAsync("export", _folders.File($"file/{name}"));

        (refused.Code, refused.Out).Should().Be((1, ""));
        refused.Error.Should().StartWith($"{_folders.File($"file/{name}")} cannot be written: ").And.NotContain($"/.{name}").And.NotContain("Unexpected");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_target_without_a_name_is_wrong_use(string target)
    {
        var answer = await _terminal.RunAsync("export", target);

        (answer.Code, answer.Out).Should().Be((2, ""));
        answer.Error.Should().StartWith("Say where the export goes: a folder, or a file ending in .zip.\nUsage: ");
    }
}
