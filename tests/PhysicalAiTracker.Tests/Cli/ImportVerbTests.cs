using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Cli;

public sealed class ImportVerbTests
{
    [Fact]
    public async Task Reports_what_it_created_and_the_second_time_that_nothing_changed()
    {
        using var terminal = new TestTerminal();

        var first = await terminal.RunAsync("import", Seeds.All);
        var second = await terminal.RunAsync("import", Seeds.All);

        (first.Code, first.Error).Should().Be((0, ""));
        first.Out.Should().MatchRegex(@"\nfunding-round +[1-9]\d* +0 +0\n").And.MatchRegex(@"\ntotal +[1-9]\d* +\d+ +0\n");
        second.Code.Should().Be(0);
        second.Out.Should().MatchRegex(@"\ntotal +0 +0 +[1-9]\d*\n");
    }

    [Fact]
    public async Task A_missing_file_exits_1()
    {
        using var terminal = new TestTerminal();

        var answer = await terminal.RunAsync("import", "/nowhere/at/all");

        answer.Should().Be(new TestTerminal.Answer(1, "", "/nowhere/at/all does not exist.\n"));
    }

    [Fact]
    public async Task A_damaged_pack_exits_1_with_every_problem_and_writes_nothing()
    {
        using var terminal = new TestTerminal();
        using var packs = new TemporaryDirectory();
        var pack = Directory.CreateDirectory(packs.File("broken")).FullName;
        await File.WriteAllTextAsync(Path.Combine(pack, "source.json"), """{ "kind": "article", "title": "T", "slug": "t", "colour": "red" }""");
        await File.WriteAllTextAsync(Path.Combine(pack, "disclosure.json"), """{ "title": "D", "changes": [ { "record": "unicorn", "set": {} } ] }""");

        var answer = await terminal.RunAsync("import", packs.Path);

        (answer.Code, answer.Out).Should().Be((1, ""));
        answer.Error.Should().StartWith("Nothing was imported: ").And.Contain("source.json /colour").And.Contain("disclosure.json /changes/0/record");
    }
}
