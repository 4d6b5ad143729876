using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;
using PhysicalAiTracker.Web.Cli;

namespace PhysicalAiTracker.Tests.Cli;

public sealed class BackupVerbTests
{
    [Fact]
    public async Task Copies_a_database_that_is_being_written_and_the_copy_serves()
    {
        using var terminal = new TestTerminal();
        await using var app = new TrackerApp { Seeded = true };
        using var visitor = await Visitor.SignedInAsync(app);
        using var stop = new CancellationTokenSource();
        // On a thread of its own: SQLite answers at once, so awaiting never yields.
        var writing = Task.Run(() => WriteAsync(app, stop.Token));
        var copy = terminal.File("copy.db");

        using var output = new StringWriter();
        var code = await CommandLine.RunAsync(
            ["backup", copy, $"--Data:Directory={app.Database.DataDirectory}"], new Terminal(TextReader.Null, output, output, Interactive: false));

        await stop.CancelAsync();
        (await writing).Should().BePositive("the writer must have been at work");
        code.Should().Be(0, output.ToString());
        Directory.EnumerateFiles(terminal.Data).Should().Equal(copy);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(copy).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await using var restored = new TrackerApp();
        File.Copy(copy, Path.Combine(restored.Database.DataDirectory, DatabaseRegistration.SqliteFile), overwrite: true);
        using var other = new Visitor(restored);
        (await other.SignInAsync("ana")).StatusCode.Should().Be(System.Net.HttpStatusCode.Redirect);
        await using var db = restored.Database.NewContext();
        (await db.Parties.CountAsync()).Should().BePositive();
    }

    [Fact]
    public async Task Overwrites_nothing()
    {
        using var terminal = new TestTerminal();
        await terminal.RunAsync("migrate");
        await File.WriteAllTextAsync(terminal.File("kept"), "mine");

        var answer = await terminal.RunAsync("backup", terminal.File("kept"));

        (answer.Code, answer.Out).Should().Be((1, ""));
        answer.Error.Should().Contain("overwrites nothing");
        (await File.ReadAllTextAsync(terminal.File("kept"))).Should().Be("mine");
    }

    [Fact]
    public async Task Exits_1_where_there_is_no_database_no_folder_or_another_tool_for_it()
    {
        using var terminal = new TestTerminal();

        (await terminal.RunAsync("backup", terminal.File("b"))).Should().Match<TestTerminal.Answer>(a => a.Code == 1 && a.Error.Contains("There is no database at"));
        await terminal.RunAsync("migrate");
        (await terminal.RunAsync("backup", "/nowhere/at/all/b")).Should().Match<TestTerminal.Answer>(a => a.Code == 1 && a.Error.Contains("/nowhere/at/all does not exist"));
        (await terminal.RunAsync("backup", terminal.File("b"), "--Database:Provider=Postgres", "--Database:ConnectionString=Host=127.0.0.1"))
            .Should().Match<TestTerminal.Answer>(a => a.Code == 1 && a.Error.Contains("pg_dump"));
        File.Exists(terminal.File("b")).Should().BeFalse();
    }

    private static async Task<int> WriteAsync(TrackerApp app, CancellationToken stop)
    {
        await using var db = app.Database.NewContext();
        var writes = 0;
        while (!stop.IsCancellationRequested)
        {
            writes += await db.Users.ExecuteUpdateAsync(users => users.SetProperty(user => user.AccessFailedCount, 0), CancellationToken.None);
        }

        return writes;
    }
}
