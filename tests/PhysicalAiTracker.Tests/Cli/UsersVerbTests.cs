using PhysicalAiTracker.Core.Accounts;

namespace PhysicalAiTracker.Tests.Cli;

public sealed class UsersVerbTests
{
    private const string Password = "river candle orbit mint";

    [Fact]
    public async Task Add_makes_an_account_on_a_machine_that_has_never_served()
    {
        using var terminal = new TestTerminal();

        var added = await terminal.RunAsync(["users", "add", "ana", "--role", "admin", "--email", "ana@example.org", "--password-stdin"], $"{Password}\nignored\n");
        var listed = await terminal.RunAsync("users", "list");

        added.Should().Be(new TestTerminal.Answer(0, "Added ana, admin.\n", ""));
        listed.Out.Split('\n')[1].Should().MatchRegex(@"^ana +admin +active +\d{4}-\d\d-\d\d +ana@example\.org$");
    }

    [Fact]
    public async Task Add_generates_a_password_and_prints_it_once()
    {
        using var terminal = new TestTerminal();

        var added = await terminal.RunAsync("users", "add", "ana", "--role", Roles.Analyst, "--generate");

        added.Code.Should().Be(0);
        var password = added.Out.Split('\n').Single(line => line.StartsWith("Password: ", StringComparison.Ordinal))["Password: ".Length..];
        PasswordRules.Problems(password, "ana", null).Should().BeEmpty();
        Directory.EnumerateFiles(terminal.Data).Where(file => File.ReadAllText(file).Contains(password)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("ana", "aaaaaaaaaaaa", "repeat")]
    [InlineData("ana", "short", "12 to 128 characters")]
    [InlineData("ana lopez", Password, "can only contain letters or digits")]
    [InlineData("ana", "", "holds no password")]
    public async Task Add_refuses_and_exits_1(string name, string password, string reason)
    {
        using var terminal = new TestTerminal();

        var answer = await terminal.RunAsync(["users", "add", name, "--role", "analyst", "--password-stdin"], password);

        answer.Code.Should().Be(1);
        answer.Error.Should().Contain(reason);
        (await terminal.RunAsync("users", "list")).Out.Should().NotContain("ana ");
    }

    [Fact]
    public async Task A_name_is_taken_once_whatever_its_case()
    {
        using var terminal = new TestTerminal();
        await terminal.RunAsync("users", "add", "ana", "--role", "analyst", "--generate");

        var again = await terminal.RunAsync("users", "add", "ANA", "--role", "analyst", "--generate");

        (again.Code, again.Out).Should().Be((1, ""));
        again.Error.Should().Contain("already taken");
    }

    [Theory]
    [InlineData("--password-stdin", "--generate")]
    [InlineData]
    public async Task A_password_comes_from_one_place_or_it_is_wrong_use(params string[] from)
    {
        using var terminal = new TestTerminal();

        var answer = await terminal.RunAsync(["users", "add", "ana", "--role", "analyst", .. from], Password);

        answer.Code.Should().Be(2);
        answer.Error.Should().Contain("--password-stdin or --generate").And.Contain("\nUsage: ");
    }

    [Fact]
    public async Task Disable_and_enable_are_seen_in_the_list()
    {
        using var terminal = new TestTerminal();
        await terminal.RunAsync("users", "add", "ana", "--role", "analyst", "--generate");

        (await terminal.RunAsync("users", "disable", "ana")).Out.Should().Be("Disabled ana.\n");
        (await terminal.RunAsync("users", "list")).Out.Should().Contain("disabled");
        (await terminal.RunAsync("users", "enable", "ana")).Code.Should().Be(0);
        (await terminal.RunAsync("users", "list")).Out.Should().NotContain("disabled");
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("enable")]
    [InlineData("reset-password", "--generate")]
    public async Task An_unknown_account_exits_1(string verb, params string[] options)
    {
        using var terminal = new TestTerminal();

        var answer = await terminal.RunAsync(["users", verb, "nobody", .. options]);

        answer.Should().Be(new TestTerminal.Answer(1, "", "There is no account “nobody”.\n"));
    }
}
