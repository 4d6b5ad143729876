using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Hosting;

public sealed class ServeTests
{
    [Fact]
    public async Task Starts_from_nothing_logs_requests_without_their_queries_and_stops_when_told()
    {
        using var data = new TemporaryDirectory();
        using var process = new TrackerProcess($"--Data:Directory={data.File("new")}", "--Logs:File=true");
        using var client = new HttpClient { BaseAddress = new Uri(await process.AddressAsync()) };

        var answer = await client.GetAsync("/nowhere?q=secret");
        await client.GetAsync("/api/v1/companies/pat_abcdefghijkmnpqrstuvwxyz23456789abcdefghijkmnpqrstuv");
        var trace = (await answer.Content.ReadAsStringAsync()).Split("<p class=\"trace\">Trace <code>")[1][..32];
        process.Terminate();

        (await process.ExitAsync()).Should().Be(0);
        process.Out.Should().Contain("Imported the seeds").And.MatchRegex($@"GET /nowhere 404 in \d+\.\d ms trace={trace}").And.NotContain("secret")
            .And.Contain("GET /api/v1/companies/pat_abcdef… 400").And.NotContain("abcdefghijkmnp");
        process.Error.Should().BeEmpty();
        answer.Headers.Contains("Server").Should().BeFalse();
        Directory.EnumerateFiles(data.File("new"), "*", SearchOption.AllDirectories).Select(Path.GetFileName).Should()
            .Contain(DatabaseRegistration.SqliteFile).And.Contain(name => name!.StartsWith("tracker-20") && name.EndsWith(".log")).And.Contain(name => name!.StartsWith("key-"));
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(data.File("new")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task Counts_the_figures_of_the_first_page_before_anybody_asks()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        using var process = new TrackerProcess($"--Data:Directory={database.DataDirectory}", "--Seeds:Import=false", "--Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command=Information");
        await process.AddressAsync();

        await process.SaysAsync("SELECT COUNT(*)\nFROM \"Assertions\"");
        process.Terminate();

        (await process.ExitAsync()).Should().Be(0);
        process.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task Figures_that_cannot_be_counted_end_nothing()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        await using (var db = database.NewContext())
        {
            await db.Database.ExecuteSqlAsync($"""DROP TABLE "Contradictions" """);
        }

        using var process = new TrackerProcess($"--Data:Directory={database.DataDirectory}", "--Seeds:Import=false");
        using var client = new HttpClient { BaseAddress = new Uri(await process.AddressAsync()) };

        await process.SaysAsync("could not be counted beforehand");
        (await client.GetAsync("/about")).StatusCode.Should().Be(HttpStatusCode.OK);
        process.Terminate();

        (await process.ExitAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Serves_https_where_the_settings_of_the_server_say_so()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var file = Path.Combine(database.DataDirectory, "certificate.pfx");
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx));
        using var process = new TrackerProcess(
            $"--Data:Directory={database.DataDirectory}", "--Seeds:Import=false", "--Kestrel:Endpoints:Secure:Url=https://127.0.0.1:0", $"--Kestrel:Endpoints:Secure:Certificate:Path={file}");
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown!.Thumbprint == certificate.Thumbprint };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(await process.AddressAsync()) };

        var answer = await client.GetAsync("/health/live");

        client.BaseAddress.Scheme.Should().Be("https");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Lets_a_running_request_end_before_it_stops()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        using var process = new TrackerProcess($"--Data:Directory={database.DataDirectory}", "--Seeds:Import=false");
        var address = new Uri(await process.AddressAsync());
        using var client = new TcpClient(address.Host, address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync("POST /account/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 6\r\nConnection: close\r\n\r\nname"u8.ToArray());
        await Task.Delay(TimeSpan.FromSeconds(1));

        process.Terminate();
        await Task.Delay(TimeSpan.FromSeconds(1));
        await stream.WriteAsync("=x"u8.ToArray());

        (await new StreamReader(stream).ReadToEndAsync()).Should().StartWith("HTTP/1.1 400 ", "the form has no token").And.Contain("</html>");
        (await process.ExitAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Seeds_that_cannot_be_imported_stop_the_start_with_every_problem()
    {
        using var data = new TemporaryDirectory();
        var pack = Directory.CreateDirectory(Path.Combine(data.File("packs"), "broken")).FullName;
        await File.WriteAllTextAsync(Path.Combine(pack, "source.json"), "{");
        await File.WriteAllTextAsync(Path.Combine(pack, "disclosure.json"), "[]");

        using var process = new TrackerProcess($"--Data:Directory={data.Path}", $"--Seeds:Folder={data.File("packs")}");

        (await process.ExitAsync()).Should().Be(1);
        process.Error.Should().Contain("The seeds cannot be imported").And.Contain("source.json").And.Contain("disclosure.json").And.NotContain("   at ");
        process.Out.Should().NotContain("Now listening");
    }

    [Fact]
    public async Task A_port_in_use_exits_1_with_the_reason()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        using var process = new TrackerProcess($"--urls=http://{listener.LocalEndpoint}", $"--Data:Directory={database.DataDirectory}", "--Seeds:Import=false");

        (await process.ExitAsync()).Should().Be(1);
        process.Error.Should().Contain("address already in use").And.NotContain("   at ");
    }

    [Fact]
    public async Task PostgreSQL_that_lacks_a_migration_exits_1_and_names_the_verb_that_helps()
    {
        using var database = new TestDatabase(DatabaseProvider.Postgres);
        await ForgetMigrationsAsync(database);
        string[] settings = [$"--Data:Directory={database.DataDirectory}", "--Database:Provider=Postgres", $"--Database:ConnectionString={database.ConnectionString}"];

        using var process = new TrackerProcess(settings);
        (await process.ExitAsync()).Should().Be(1);
        process.Error.Should().Contain("The database lacks").And.Contain("Run the verb “migrate”").And.NotContain("   at ").And.NotContain("Failed executing");

        using var migrate = new TrackerProcess(["migrate", .. settings]);
        (await migrate.ExitAsync()).Should().Be(0, migrate.Error);
        migrate.Out.Should().Contain("Applied ").And.EndWith("The database is up to date." + Environment.NewLine);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        await using (var db = database.NewContext())
        {
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsHistory" VALUES ('99990101000000_Later', '99.0')""");
        }

        using var process = new TrackerProcess("users", "list", $"--Data:Directory={database.DataDirectory}");

        (await process.ExitAsync()).Should().Be(1);
        process.Error.Should().Contain("newer version").And.Contain("99990101000000_Later");
    }

    [Fact]
    public async Task A_start_after_a_killed_migration_does_not_wait_for_ever()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        await using (var db = database.NewContext())
        {
            await db.Database.EnsureDeletedAsync();
            await db.Database.ExecuteSqlAsync($"""CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00+00:00')""");
        }

        using var process = new TrackerProcess("migrate", $"--Data:Directory={database.DataDirectory}");

        (await process.ExitAsync()).Should().Be(0, process.Error);
    }

    private static async Task ForgetMigrationsAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        await db.Database.ExecuteSqlAsync($"""DROP SCHEMA public CASCADE""");
        await db.Database.ExecuteSqlAsync($"""CREATE SCHEMA public""");
    }
}
