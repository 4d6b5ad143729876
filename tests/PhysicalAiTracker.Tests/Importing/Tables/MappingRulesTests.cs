using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Cli;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing.Tables;

/// <summary>What is wrong with a mapping is told of the mapping, all at once, and not of its rows.</summary>
public sealed class MappingRulesTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Values_words_and_signs_that_can_mean_nothing_are_told_at_once()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        var file = _folder.Write("rounds.csv", "Company,Amount,Round,Date,Investors\nAlpha,1,A,2025,\n");

        var report = await _folder.ImportAsync(database, file, """
            { "record": "funding-round", "separator": "\"", "fields": {
              "company": { "column": "Company", "add": "company", "multiply": 2 },
              "status": { "value": "foo" },
              "amount": { "column": "Amount", "currency": "ZZZ", "multiply": 0, "words": { "some": "a lot", "tiny": "$1m" } },
              "valuation": { "value": "lots" },
              "stage": { "column": "Round", "words": { "A": "series-x", "B": "Series B" } },
              "announcedOn": { "column": "Date", "words": { "soon": "next week", "now": "2026-11", "never": "" } },
              "participations": { "column": "Investors", "split": "" } } }
            """);

        report.Rows.Should().Be(0);
        report.Problems.Select(problem => $"{problem}").Should().SatisfyRespectively(
            text => text.Should().Be("mapping, separator, “\"”: cannot stand between cells: quotation marks go around them, and lines are rows"),
            text => text.Should().Be("mapping, fields.company.multiply: is for amounts of money, and this field is none"),
            text => text.Should().StartWith("mapping, fields.status.value, “foo”: ").And.Contain("is none of rumored, in-talks"),
            text => text.Should().Be("mapping, fields.amount.currency, “ZZZ”: is no currency code of ISO 4217"),
            text => text.Should().Be("mapping, fields.amount.multiply, “0”: is not above zero"),
            text => text.Should().StartWith("mapping, fields.amount.words.some, “a lot”: "),
            text => text.Should().StartWith("mapping, fields.amount.words.tiny, “$1m”: has a unit of its own"),
            text => text.Should().StartWith("mapping, fields.valuation.value, “lots”: "),
            text => text.Should().StartWith("mapping, fields.stage.words.A, “series-x”: is none of ").And.NotContain("(words)"),
            text => text.Should().StartWith("mapping, fields.announcedOn.words.soon, “next week”: "),
            text => text.Should().Be("mapping, fields.announcedOn.words.never: is empty"),
            text => text.Should().Be("mapping, fields.participations.split: is empty: leave it out, or say what stands between the values of a cell"));
    }

    [Fact]
    public async Task Members_of_the_source_are_what_the_fields_of_a_source_are()
    {
        using var terminal = new TestTerminal();
        var mapping = _folder.Write("wrong.json", """
            { "source": { "title": 5, "kind": "unicorn", "publisher": [], "author": {}, "url": "nowhere", "publishedOn": "someday", "retrievedOn": "2026", "reliability": "G", "textIsPublic": "perhaps",
              "language": true, "seen": 1, "note": 7, "slug": "a", "origin": "b", "snapshot": {} } }
            """);

        var answer = await terminal.RunAsync("import", _folder.Write("lines.ndjson", """{"record":"party","set":{"kind":"company","name":"A"}}"""), "--mapping", mapping);

        answer.Code.Should().Be(1);
        answer.Error.Split('\n')[1..^1].Select(line => line.Split([", “", ": "], StringSplitOptions.None)[0]).Should().Equal(
            "title kind publisher author url publishedOn retrievedOn reliability textIsPublic language seen note slug origin snapshot".Split(' ').Select(member => $"  mapping, source.{member}"));
        answer.Error.Should().Contain("  mapping, source.title, “5”: is not text\n");
    }

    [Theory, EachDatabase]
    public async Task An_amount_that_has_a_unit_of_its_own_is_not_multiplied_but_refused(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        var file = _folder.Write("rounds.csv", "Company,Amount\nAlpha,5\nBeta,$5m\nGamma,more than 2.5 crore INR\nDelta,€7.5\nEpsilon,2 bn\n");

        var report = await _folder.ImportAsync(
            database, file, """{ "record": "funding-round", "fields": { "company": { "column": "Company", "add": "company" }, "amount": { "column": "Amount", "currency": "USD", "multiply": 1000000 } } }""", skip: true);

        report.Problems.Select(problem => $"{problem}").Should().Equal(
            "row 3, Amount, “$5m”: has a unit of its own, “m”, and the mapping multiplies by 1000000: write it without, or read it from a column that is not multiplied (multiply)",
            "row 4, Amount, “more than 2.5 crore INR”: has a unit of its own, “crore”, and the mapping multiplies by 1000000: write it without, or read it from a column that is not multiplied (multiply)",
            "row 6, Amount, “2 bn”: has a unit of its own, “bn”, and the mapping multiplies by 1000000: write it without, or read it from a column that is not multiplied (multiply)");
        await using var db = database.NewContext();
        (await db.FundingRounds.Select(r => r.Amount!).ToListAsync()).Select(amount => amount.ToExact()).Should().BeEquivalentTo("USD 5,000,000", "EUR 7,500,000");
    }

    [Fact]
    public async Task A_number_that_is_not_written_as_the_mapping_says_is_refused_in_the_files_own_words()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        var file = _folder.Write("rounds.csv", "Company;Amount\nAlpha;1,234,567\nBeta;1.234.567,89\nGamma;1.5 m\nDelta;2,5E+11\nEpsilon;1,2345\nZeta;1 234,5\nEta;12 34\nTheta;7,5 Mio.\nIota;7,5 Mio\n");

        var report = await _folder.ImportAsync(
            database, file, """{ "record": "funding-round", "separator": ";", "numbers": "1.234,56", "fields": { "company": { "column": "Company", "add": "company" }, "amount": { "column": "Amount", "currency": "USD" } } }""", skip: true);

        const string Otherwise = "is not written as the mapping says (numbers: 1.234,56): full stops between thousands, and one comma before decimals";
        report.Problems.Select(problem => $"{problem}").Should().Equal(
            $"row 2, Amount, “1,234,567”: {Otherwise}",
            $"row 4, Amount, “1.5 m”: {Otherwise}",
            "row 6, Amount, “1,2345”: USD has only 2 decimals; write 1,5 m, or 1.500.000.",
            "row 8, Amount, “12 34”: \"12 34\" is not grouped by thousands: write 1.030.000, or 1,5 with a comma.",
            "row 9, Amount, “7,5 Mio.”: What does \".\" mean? Write an amount such as $10 bn, EUR 890 m or 1.030.000 USD.");
        await using var db = database.NewContext();
        (await db.FundingRounds.Select(r => r.Amount!).ToListAsync()).Select(amount => amount.ToExact()).Should()
            .BeEquivalentTo("USD 1,234,567.89", "USD 250,000,000,000", "USD 1,234.50", "USD 7,500,000");
    }
}
