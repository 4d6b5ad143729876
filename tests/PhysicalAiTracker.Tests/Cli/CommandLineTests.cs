using System.CommandLine;
using PhysicalAiTracker.Tests.Support;
using PhysicalAiTracker.Web.Cli;

namespace PhysicalAiTracker.Tests.Cli;

public sealed class CommandLineTests
{
    public static TheoryData<string> Verbs => new(AllVerbs().Select(verb => verb.Path));

    [Theory, MemberData(nameof(Verbs))]
    public async Task Each_verb_has_help(string verb)
    {
        using var terminal = new TestTerminal();

        var answer = await terminal.RunAsync([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        answer.Code.Should().Be(0);
        answer.Out.Should().Contain("Usage:").And.Contain($"{verb} ");
        answer.Error.Should().BeEmpty();
    }

    [Fact]
    public void Each_verb_has_a_section_in_the_docs()
    {
        var docs = File.ReadAllText(Repository.Path("docs/cli.md"));

        foreach (var (path, command) in AllVerbs().Where(verb => verb.Command.Action is not null))
        {
            docs.Should().Contain($"## `{path}{string.Concat(command.Arguments.Select(argument => $" <{argument.Name}>"))}");
            command.Options.Select(option => option.Name).Should().BeSubsetOf(command.Options.Select(option => option.Name).Where(docs.Contains));
        }
    }

    [Theory]
    [InlineData("Unrecognized command or argument 'nope'", "nope")]
    [InlineData("Unrecognized command or argument '--hlep'", "--hlep")]
    [InlineData("Required command was not provided", "users")]
    [InlineData("Required argument missing", "import")]
    [InlineData("Required argument missing", "backup")]
    [InlineData("Unrecognized command or argument 'two'", "backup", "one", "two")]
    [InlineData("Option '--role' is required", "users", "add", "ana")]
    [InlineData("'boss'", "users", "add", "ana", "--role", "boss")]
    public async Task Wrong_use_exits_2_with_a_usage_line(string reason, params string[] words)
    {
        using var terminal = new TestTerminal();

        var answer = await terminal.RunAsync(words);

        answer.Code.Should().Be(2);
        answer.Error.Should().Contain(reason).And.Contain("\nUsage: ");
        answer.Out.Should().BeEmpty();
        Directory.EnumerateFileSystemEntries(terminal.Data).Should().BeEmpty();
    }

    [Fact]
    public async Task Wrong_settings_exit_1_and_are_all_told_with_what_is_allowed()
    {
        using var terminal = new TestTerminal();

        var answer = await terminal.RunAsync(
            "migrate", "--Database:Provider=Oracle", "--Api:RateLimit=0", "--Seeds:Import=maybe", "--Data:Folder=x", "--ForwardedHeaders:Proxies=10.0.0.1, nginx");

        answer.Code.Should().Be(1);
        answer.Error.Should().Contain("Database:Provider is “Oracle”; allowed: Sqlite, Postgres")
            .And.Contain("Api:RateLimit is “0”; allowed: 1 to 1000000")
            .And.Contain("Seeds:Import is “maybe”; allowed: true, false")
            .And.Contain("Data:Folder is no setting; Data has Directory")
            .And.Contain("“nginx”; allowed: addresses and networks");
    }

    [Fact]
    public async Task PostgreSQL_without_a_connection_string_exits_1()
    {
        using var terminal = new TestTerminal();

        var answer = await terminal.RunAsync("migrate", "--Database:Provider=Postgres");

        (answer.Code, answer.Error).Should().Be((1, "The settings are wrong:\n  Database:ConnectionString is required when Database:Provider is Postgres\n"));
    }

    [Fact]
    public async Task An_unreachable_database_exits_1_without_its_password()
    {
        using var terminal = new TestTerminal();

        var answer = await terminal.RunAsync(
            "users", "list", "--Database:Provider=Postgres", "--Database:ConnectionString=Host=127.0.0.1;Port=1;Username=tracker;Password=hush");

        answer.Code.Should().Be(1);
        answer.Error.Should().StartWith("The database cannot be used: ").And.NotContain("hush").And.NotContain("   at ");
    }

    private static List<(string Path, Command Command)> AllVerbs()
    {
        var root = CommandLine.Create(new VerbHost([], Terminal.OfProcess()));
        return [.. root.Subcommands.SelectMany(verb => Below("", verb))];

        static IEnumerable<(string, Command)> Below(string path, Command verb) =>
            verb.Subcommands.SelectMany(inner => Below($"{path}{verb.Name} ", inner)).Prepend(($"{path}{verb.Name}", verb));
    }
}
