using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Importing.Filings;
using PhysicalAiTracker.Tests.Api;
using PhysicalAiTracker.Tests.Cli;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing.Filings;

/// <summary>Form D from the file to the round that readers see.</summary>
public sealed class FormDImportTests : IDisposable
{
    private const string Number = "0000900001-26-00000";

    private static readonly string Example = File.ReadAllText(Repository.Path("docs/importing/form-d", Number + "1.xml"));
    private static readonly string Amendment = File.ReadAllText(Repository.Path("docs/importing/form-d", Number + "2.xml"));

    private readonly FilingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, EachDatabase]
    public async Task A_filing_and_its_amendment_are_one_round_on_pages_and_over_rest(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        var filing = await ImportAsync(app.Database, Repository.Path("docs/importing/form-d", Number + "1.xml"));
        using var client = app.CreateClient();
        var first = (await RestAnswer.OfAsync(await client.GetAsync("/api/v1/funding-rounds?company=gripwell-robotics-inc"))).Items.Should().ContainSingle().Subject;

        var folder = await ImportAsync(app.Database, Repository.Path("docs/importing/form-d"));
        var again = await ImportAsync(app.Database, Repository.Path("docs/importing/form-d"));

        filing.Problems.Concat(folder.Problems).Concat(again.Problems).Should().BeEmpty();
        filing.Counts.Select(count => $"{count.Record} {count.Created} {count.Changed}").Should().Equal("Party 1 0", "FundingRound 1 0");
        (folder.Filings, folder.Known).Should().Be((2, 1));
        folder.Counts.Select(count => $"{count.Record} {count.Created} {count.Changed}").Should().Equal("FundingRound 0 1");
        (again.Known, again.Counts.Count).Should().Be((2, 0));
        first["status"]!.ToString().Should().Be("in-progress");
        first["amount"].Should().BeNull("nothing was sold");
        first["filed"]!.ToJsonString().Should().Contain("\"isIndefinite\":true").And.Contain("\"isYetToOccur\":true").And.Contain("Decline to Disclose");
        var round = (await RestAnswer.OfAsync(await client.GetAsync("/api/v1/funding-rounds?has=filed&include=assertions"))).Items.Should().ContainSingle().Subject;
        (round["id"]!.ToString(), round["status"]!.ToString(), (decimal)round["amount"]!["value"]!, round["instrument"]!.ToString(), round["reportedOn"]!.ToString())
            .Should().Be((first["id"]!.ToString(), "partially-closed", 24_500_000m, "equity", "2026-03-05"));
        var filed = round["filed"]!;
        ((decimal)filed["offering"]!["value"]!, (decimal)filed["sold"]!["value"]!, (decimal)filed["remaining"]!["value"]!, (bool)filed["isIndefinite"]!, (bool)filed["isYetToOccur"]!, filed["firstSaleOn"]!.ToString())
            .Should().Be((30_000_000m, 24_500_000m, 5_500_000m, false, false, "2026-03-20"));
        round["assertions"]!.AsArray().Select(assertion => assertion!["passage"]!["exact"]!.ToString()).Should()
            .Contain(["<totalAmountSold>24500000</totalAmountSold>", "<totalAmountSold>0</totalAmountSold>", "<yetToOccur>true</yetToOccur>", "<revenueRange>Decline to Disclose</revenueRange>"]);
        (await RestAnswer.OfAsync(await client.GetAsync("/api/v1/contradictions?state=open"))).Items.Should().BeEmpty("each filing says how it stood on its day");
        (await RestAnswer.OfAsync(await client.GetAsync($"/api/v1/sources/form-d-0000900001-{Number}2"))).Body["note"]!.ToString().Should().MatchRegex("Imported from the file 0000900001-26-000002.xml, SHA-256 [0-9a-f]{64}");
        foreach (var page in new[] { $"/funding-rounds/{round["id"]}", "/companies/gripwell-robotics-inc" })
        {
            (await client.GetStringAsync(page)).Should().Contain("Announced and filed").And.Contain("not announced").And.Contain("$24.5 m").And.Contain("$5.5 m").And.Contain("Decline to Disclose");
        }
    }

    [Theory, EachDatabase]
    public async Task An_announced_round_is_compared_with_the_one_filing_that_is_near(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        await _folder.ImportRowsAsync(app.Database, """
            {"record":"party","ref":"gripwell","set":{"kind":"company","name":"Gripwell Robotics"}}
            {"record":"funding-round","ref":"a","set":{"company":"Gripwell Robotics","amount":"$30 m","status":"announced","announcedOn":"2026-04"}}
            {"record":"funding-round","ref":"old","set":{"company":"Gripwell Robotics","amount":"$2 m","status":"closed","announcedOn":"2024-04"}}
            """);

        var report = await ImportAsync(app.Database, Write(Number + "2.xml", Amendment));

        report.Problems.Should().BeEmpty();
        report.Counts.Select(count => $"{count.Record} {count.Created} {count.Changed}").Should().Equal("FundingRound 0 1");
        using var client = app.CreateClient();
        var round = (await RestAnswer.OfAsync(await client.GetAsync("/api/v1/funding-rounds?has=filed"))).Items.Should().ContainSingle().Subject;
        (round["announcedOn"]!.ToString(), round["status"]!.ToString(), (decimal)round["amount"]!["value"]!, (decimal)round["filed"]!["sold"]!["value"]!)
            .Should().Be(("2026-04", "announced", 30_000_000m, 24_500_000m), "what was announced stays, and what was filed stands beside it");
        (await client.GetStringAsync("/companies/gripwell-robotics")).Should().Contain("82% of it");
    }

    [Theory, EachDatabase]
    public async Task What_is_refused_is_listed_with_element_line_value_and_rule(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        Write("a/0000900002-26-000001.xml", Example.Replace("Other Technology", "Pooled Investment Fund", StringComparison.Ordinal));
        Write("b/0000900003-26-000001.xml", Example.Replace(">Indefinite</totalOfferingAmount>", ">lots</totalOfferingAmount>", StringComparison.Ordinal).Replace("<totalAmountSold>0<", "<totalAmountSold>-5<", StringComparison.Ordinal));
        Write("c/0000900001-26-000001/primary_doc.xml", Example);

        var stopped = await ImportAsync(database, _folder.Path);
        var dry = await ImportAsync(database, _folder.Path, skip: true, dryRun: true);
        await using var db = database.NewContext();
        (await db.Records.CountAsync()).Should().Be(0, "one refused filing keeps all out, and a dry run keeps nothing");
        var skipped = await ImportAsync(database, _folder.Path, skip: true, batch: 1);

        stopped.Kept.Should().BeFalse();
        stopped.Problems.Select(problem => problem.ToString()).Should().BeEquivalentTo(
            "a/0000900002-26-000001.xml, line 14, offeringData/industryGroup/industryGroupType, “Pooled Investment Fund”: is a fund, which gathers money to put into companies and is not itself what the tracker follows",
            "b/0000900003-26-000001.xml, line 35, offeringData/offeringSalesAmounts/totalOfferingAmount, “lots”: is neither an amount in dollars nor Indefinite",
            "b/0000900003-26-000001.xml, line 36, offeringData/offeringSalesAmounts/totalAmountSold, “-5”: is no amount in dollars");
        dry.Counts.Select(count => $"{count.Record} {count.Created}").Should().Equal("Party 1", "FundingRound 1");
        (skipped.Filings, skipped.Refused, skipped.Kept, skipped.ProblemCount).Should().Be((3, 2, true, 3));
        (await db.Sources.Where(source => source.Seen).Select(source => source.Slug).ToListAsync()).Should().Equal($"form-d-0000900001-{Number}1");
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_filing_is_told_at_once()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        var text = Example.Replace(">Indefinite</totalOfferingAmount>", ">-5</totalOfferingAmount>", StringComparison.Ordinal).Replace("<totalAmountSold>0<", "<totalAmountSold>abc<", StringComparison.Ordinal)
            .Replace(">Indefinite</totalRemaining>", ">1e9</totalRemaining>", StringComparison.Ordinal).Replace("<yetToOccur>true</yetToOccur>", "<value>03/20/2026</value>", StringComparison.Ordinal)
            .Replace("2026-03-05", "2026-02-30", StringComparison.Ordinal).Replace(">LIVE<", ">TEST<", StringComparison.Ordinal).Replace("<cik>0000900001</cik>", "", StringComparison.Ordinal);

        var report = await ImportAsync(database, Write("wrong.xml", text));

        report.Problems.Select(problem => (problem.Element[(problem.Element.LastIndexOf('/') + 1)..], problem.Value)).Should().Equal(
            ("testOrLive", "TEST"), ("cik", ""), ("signatureDate", "2026-02-30"), ("totalOfferingAmount", "-5"), ("totalAmountSold", "abc"), ("totalRemaining", "1e9"), ("value", "03/20/2026"));
        report.Problems.Should().OnlyContain(problem => problem.Rule.Length > 0 && (problem.Line > 0 || problem.Element == "primaryIssuer/cik"));
    }

    [Fact]
    public async Task An_amendment_finds_its_round_by_the_number_before_it_or_by_the_day_of_the_first_sale()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        await ImportAsync(database, Write(Number + "1.xml", Example));
        await ImportAsync(database, Write(Number + "2.xml", Amendment));
        var third = Amendment.Replace("24500000", "30000000", StringComparison.Ordinal).Replace("5500000", "0", StringComparison.Ordinal).Replace("2026-04-02", "2026-06-01", StringComparison.Ordinal);
        await ImportAsync(database, Write(Number + "3.xml", third.Replace(Number + "1<", Number + "2<", StringComparison.Ordinal)));
        await ImportAsync(database, Write("without-a-number.xml", third.Replace(Number + "1<", "0000900001-25-999999<", StringComparison.Ordinal).Replace("2026-06-01", "2026-06-02", StringComparison.Ordinal)));
        await ImportAsync(database, Write(Number + "9.xml", Example.Replace("<yetToOccur>true</yetToOccur>", "<value>2028-01-10</value>", StringComparison.Ordinal).Replace("2026-03-05", "2028-01-20", StringComparison.Ordinal)));

        await using var db = database.NewContext();
        (await db.FundingRounds.OrderBy(r => r.CreatedAt).Select(r => new { r.Status, Sold = r.FiledSold!.Minor, r.Version }).ToListAsync()).Select(r => $"{r.Status} {r.Sold} {r.Version}")
            .Should().Equal("Closed 3000000000 4", "InProgress 0 1");
        (await db.Parties.CountAsync()).Should().Be(1);
    }

    [Theory]
    [InlineData("bomb", ", line 1: declares a document type (<!DOCTYPE, from character 22), and is not read: nothing that it declares is expanded or fetched")]
    [InlineData("external", ", line 3: declares a document type (<!DOCTYPE, from character 2)")]
    [InlineData("truncated", ", line 40, offeringData/signatureBlock: is not well-formed XML, from character 4 of the line on: the text ends before signatureBlock is closed")]
    [InlineData("deep", ", line 1, a/a/a/a")]
    [InlineData("empty", ", line 1: has no element: the file is empty")]
    [InlineData("closed", ", line 9, primaryIssuer/entityName, “</entity></primaryIssuer>”: is not well-formed XML, from character 5 of the line on: the element to be closed here is entityName")]
    [InlineData("entity", ", line 9, primaryIssuer/entityName, “&b; more</entityName>”: is not well-formed XML, from character 4 of the line on: only &amp; &lt; &gt; &quot; &apos; and numbers stand for characters")]
    [InlineData("twice", ", “<edgarSubmission/>”: is not well-formed XML, from character 1 of the line on: one outermost element is all there may be")]
    [InlineData("attribute", ", line 9, primaryIssuer, “b>Gripwell Robotics, Inc.</entityName>”: is not well-formed XML, from character 15 of the line on")]
    [InlineData("huge", "is longer than 1,000,000 bytes")]
    [InlineData("latin", "is not encoded as UTF-8")]
    [InlineData("narrow", "is not encoded as it says, “utf-16”")]
    [InlineData("wide", "is not encoded as it says, “utf-8”")]
    [InlineData("marked", "is not encoded as it says, “iso-8859-1”")]
    [InlineData("ascii", "is not encoded as it says, “us-ascii”")]
    [InlineData("nul", ", line 9: has the control character U+0000, which no XML has")]
    [InlineData("feed", ", line 9: has the control character U+000C, which no XML has")]
    [InlineData("unsigned", ", offeringData/signatureBlock/signature/signatureDate: is required")]
    [InlineData("unknown", "is encoded as “shift_jis”")]
    [InlineData("other", "is no submission to EDGAR")]
    [InlineData("test", "is a test")]
    public async Task What_is_no_filing_or_means_harm_is_refused(string what, string rule)
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        const string Bomb = "<!DOCTYPE edgarSubmission [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        var body = Example[Example.IndexOf('\n')..];
        var bytes = what switch
        {
            "bomb" => Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?>" + Bomb + body.Replace("Other Technology", "&b;", StringComparison.Ordinal)),
            "external" => Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?>\n<!-- <!DOCTYPE -->\n <!DOCTYPE edgarSubmission SYSTEM \"file:///etc/hostname\">" + body),
            "truncated" => Encoding.UTF8.GetBytes(Example[..^200]),
            "deep" => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 4000)) + string.Concat(Enumerable.Repeat("</a>", 4000))),
            "empty" => [],
            "closed" => Encoding.UTF8.GetBytes(Example.Replace("Gripwell Robotics, Inc.</entityName>", "Grip\nwell</entity></primaryIssuer>", StringComparison.Ordinal)),
            "entity" => Encoding.UTF8.GetBytes(Example.Replace("Gripwell Robotics, Inc.", "Grip\nme &b; more", StringComparison.Ordinal)),
            "twice" => Encoding.UTF8.GetBytes(Example.TrimEnd() + "\n<edgarSubmission/>\n"),
            "attribute" => Encoding.UTF8.GetBytes(Example.Replace("<entityName>", "\n<entityName a=b>", StringComparison.Ordinal)),
            "huge" => Encoding.UTF8.GetBytes(Example + new string(' ', FilingText.MostBytes)),
            "latin" => Encoding.Latin1.GetBytes(Example.Replace("Gripwell", "Grïpwell", StringComparison.Ordinal)),
            "narrow" => Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + body),
            "wide" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + body)],
            "marked" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + body)],
            "ascii" => Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"US-ASCII\"?>" + body.Replace("Gripwell", "Grïpwell", StringComparison.Ordinal)),
            "nul" => Encoding.UTF8.GetBytes(Example.Replace("Gripwell Robotics, Inc.", "\nA\0B", StringComparison.Ordinal)),
            "feed" => Encoding.UTF8.GetBytes(Example.Replace("Gripwell Robotics, Inc.", "\nA\fB", StringComparison.Ordinal)),
            "unsigned" => Encoding.UTF8.GetBytes(Example.Replace("<signatureDate>2026-03-05</signatureDate>", "", StringComparison.Ordinal)),
            "unknown" => Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>" + body),
            "other" => Encoding.UTF8.GetBytes("<html><p>Not here</p></html>"),
            _ => Encoding.UTF8.GetBytes(Example.Replace(">LIVE<", ">TEST<", StringComparison.Ordinal)),
        };
        await File.WriteAllBytesAsync(_folder.FileOf("hostile.xml"), bytes);

        var report = await ImportAsync(database, _folder.FileOf("hostile.xml"));

        report.Problems.Should().ContainSingle().Which.ToString().Should().StartWith("hostile.xml").And.Contain(rule);
        report.Kept.Should().BeFalse();
    }

    [Fact]
    public async Task Other_encodings_are_read_and_issuers_of_one_name_are_told_apart_by_their_numbers()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        var text = Example.Replace("Gripwell Robotics, Inc.", "Grïp &amp; Well, Inc.", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        await File.WriteAllBytesAsync(_folder.FileOf("one.xml"), Encoding.Latin1.GetBytes(text.Replace("<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", StringComparison.Ordinal)));
        await File.WriteAllBytesAsync(_folder.FileOf("two.xml"), [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text.Replace("0000900001", "900002", StringComparison.Ordinal))]);

        var report = await ImportAsync(database, _folder.Path);

        report.Problems.Should().BeEmpty();
        await using var db = database.NewContext();
        (await db.Parties.OrderBy(party => party.Slug).Select(party => $"{party.Name} {party.Slug}").ToListAsync()).Should().Equal("Grïp & Well, Inc. grip-well-inc", "Grïp & Well, Inc. grip-well-inc-0000900002");
        (await db.FundingRounds.CountAsync()).Should().Be(2);
    }

    [Fact]
    public async Task The_verb_tells_what_it_took_and_lists_what_it_refused()
    {
        using var terminal = new TestTerminal();
        Write("fund.xml", Example.Replace("<isEquityType>true</isEquityType>", "<isEquityType>true</isEquityType><isPooledInvestmentFundType>true</isPooledInvestmentFundType>", StringComparison.Ordinal));
        Write(Number + "1.xml", Example);

        var dry = await terminal.RunAsync("import", _folder.Path, "--dry-run", "--on-error", "skip");
        var taken = await terminal.RunAsync("import", _folder.Path, "--on-error", "skip", "--batch", "1");
        var again = await terminal.RunAsync("import", _folder.FileOf(Number + "1.xml"));

        dry.Out.Should().MatchRegex(@"total +2 +0 +0\n2 filings: 1 taken, 0 known before, 1 refused; nothing was kept, since this was a dry run.");
        (taken.Code, taken.Error).Should().Be((1, "Not everything was imported: 1 problem.\n  fund.xml, line 31, offeringData/typesOfSecuritiesOffered/isPooledInvestmentFundType, “true”: "
            + "offers shares of a pooled investment fund, which gathers money to put into companies and is not itself what the tracker follows\n"));
        (again.Code, again.Error).Should().Be((0, ""));
        again.Out.Should().MatchRegex(@"total +0 +0 +0\n1 filing: 0 taken, 1 known before, 0 refused.");
        (await terminal.RunAsync("import", _folder.Path, "--mapping", "x.json")).Should().Match<TestTerminal.Answer>(answer => answer.Code == 2 && answer.Error.Contains("--mapping is for files of rows."));
    }

    [Theory, EachDatabase]
    public async Task Filings_of_one_issuer_are_one_origin(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        await ImportAsync(app.Database, Repository.Path("docs/importing/form-d"));

        using var client = app.CreateClient();
        var source = (await RestAnswer.OfAsync(await client.GetAsync($"/api/v1/sources/form-d-0000900001-{Number}2"))).Body;
        source["origin"]!["title"]!.ToString().Should().Be("What Gripwell Robotics, Inc. files with the SEC");
        (await client.GetStringAsync($"/sources/form-d-0000900001-{Number}2")).Should().Contain("What Gripwell Robotics, Inc. files with the SEC");
        await using var db = app.Database.NewContext();
        var grades = await db.Grades.Where(grade => grade.Field.StartsWith("filed")).Select(grade => new { grade.Field, grade.Fresh, grade.Trace }).ToListAsync();
        grades.Should().Contain(grade => grade.Field == "filedRevenue").And.OnlyContain(grade => grade.Fresh == Core.Insights.Grades.Grade.SingleSource, "an issuer does not bear itself out");
    }

    [Fact]
    public async Task A_known_filing_with_another_content_is_left_as_it_was_and_said_to_differ()
    {
        using var terminal = new TestTerminal();
        await terminal.RunAsync("import", Write(Number + "1.xml", Example));

        Write(Number + "1.xml", Example.Replace("<totalAmountSold>0<", "<totalAmountSold>5<", StringComparison.Ordinal).Replace("<item>06b</item>", "", StringComparison.Ordinal));
        var again = await terminal.RunAsync("import", _folder.Path);

        (again.Code, again.Error).Should().Be((0, ""));
        again.Out.Should().EndWith($"""
            1 filing: 0 taken, 1 known before, 0 refused.
            1 of the known filings have another content than when they were taken in; their records are left as they are:
              {Number}1.xml, line 36, offeringData/offeringSalesAmounts/totalAmountSold, “5”: was “0” when this filing was taken in
              {Number}1.xml, offeringData/federalExemptionsExclusions/item: is not there, and was “06b” when this filing was taken in

            """);
    }

    [Fact]
    public async Task Refused_filings_are_put_aside_to_be_mended_and_imported_again()
    {
        using var terminal = new TestTerminal();
        using var aside = new TemporaryDirectory();
        Write("2026/bad.xml", Example.Replace("<revenueRange>", "<revenueRange>=1+1", StringComparison.Ordinal).Replace(">LIVE<", ">TEST<", StringComparison.Ordinal));
        Write(Number + "1.xml", Example.Replace("0000900001", "0000900007", StringComparison.Ordinal));

        var taken = await terminal.RunAsync("import", _folder.Path, "--on-error", "skip", "--refused", aside.File("refused"));
        var twice = await terminal.RunAsync("import", _folder.Path, "--refused", aside.File("refused"));

        taken.Out.Should().Contain("2 filings: 1 taken, 0 known before, 1 refused.");
        (await File.ReadAllTextAsync(aside.File("refused/problems.csv"))).Should().MatchRegex("^file,line \\(from 1\\),element,value,rule\r\n2026/bad.xml,[0-9]+,testOrLive,TEST,[^\r]+\r\n$");
        (twice.Code, twice.Error).Should().Match<(int Code, string Error)>(answer => answer.Code == 1 && answer.Error.Contains("exists already"));

        var bad = aside.File("refused/2026/bad.xml");
        await File.WriteAllTextAsync(bad, (await File.ReadAllTextAsync(bad)).Replace(">TEST<", ">LIVE<", StringComparison.Ordinal).Replace("=1+1", "", StringComparison.Ordinal));
        (await terminal.RunAsync("import", aside.File("refused"))).Out.Should().Contain("1 filing: 1 taken, 0 known before, 0 refused.");
    }

    [Fact]
    public async Task An_import_that_is_stopped_before_it_took_anything_says_that_nothing_was_kept()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        Write(Number + "1.xml", Example);
        await using var core = database.BuildCore();
        await using var scope = core.CreateAsyncScope();

        var stopped = () => scope.ServiceProvider.GetRequiredService<FormDImporter>().ImportAsync(new FilingImport(_folder.Path, false, false, 1, 100), null, new CancellationToken(canceled: true));

        (await stopped.Should().ThrowAsync<Core.Importing.ImportStoppedException>()).WithMessage("Stopped. Nothing was kept; the same command begins anew.");
    }

    private static Task<FilingReport> ImportAsync(TestDatabase database, string path, bool skip = false, bool dryRun = false, int? batch = null) => FilingFolder.ImportAsync(database, path, skip, dryRun, batch);

    private string Write(string name, string text) => _folder.Write(name, text);
}
