using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Cli;

public sealed class RebuildVerbTests
{
    [Fact]
    public async Task Says_how_much_it_derived_and_the_same_again_the_second_time()
    {
        using var terminal = new TestTerminal();
        (await terminal.RunAsync("import", Repository.Path("seeds"))).Code.Should().Be(0);

        var first = await terminal.RunAsync("rebuild");
        var second = await terminal.RunAsync("rebuild");

        (first.Code, first.Error).Should().Be((0, ""));
        first.Out.Should().MatchRegex(@"^records +[1-9]\d*\ngrades +[1-9]\d*\n$");
        second.Should().Be(first);
    }

    [Fact]
    public async Task Takes_no_argument()
    {
        using var terminal = new TestTerminal();

        (await terminal.RunAsync("rebuild", "everything")).Code.Should().Be(2);
    }
}
