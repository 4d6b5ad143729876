using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Search;

/// <summary>Searches for words that more documents have than anybody counts.</summary>
public sealed class CommonWordsTests
{
    private const int Many = 1_200;
    private const int Counted = 1_000;

    [Theory, EachDatabase]
    public async Task A_word_that_everything_has_is_counted_to_a_thousand_and_titles_come_first(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        await AddAsync(database, Enumerable.Range(0, Many).Select(number => Company($"Maker {number}", "Robotics"))
            .Concat([Company("Robotics of the North", ""), Company("New Robot Works", "")]));

        var found = await FindAsync(database, "robot");

        (found.Total, found.TotalIsExact).Should().Be((Counted, false));
        found.Items.Take(2).Select(item => item.Title.Text).Should().Equal("Robotics of the North", "New Robot Works");
    }

    [Theory, EachDatabase]
    public async Task Two_letters_are_the_beginning_of_words_in_titles_alone_however_many_have_them(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        await AddAsync(database, Enumerable.Range(0, Many).Select(number => Company($"Maker {number}", "Robotics")).Concat([Company("Robust Arms", ""), Company("Arms", "By Ro itself")]));

        (await FindAsync(database, "ro")).Items.Select(item => item.Title.Text).Should().Equal("Robust Arms", "Arms");
    }

    [Theory, EachDatabase]
    public async Task Of_two_words_that_everything_has_those_that_have_both_are_found(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        await AddAsync(database, Enumerable.Range(0, 2 * Many).Select(number => Company($"Maker {number}", "Robotics")).Concat(
            Enumerable.Range(0, 2 * Many).Select(number => Company($"Seller {number}", "Automation"))).Concat([Company("Both", "Robotics, automation")]));

        (await FindAsync(database, "robot auto")).Items.Should().ContainSingle().Which.Title.Text.Should().Be("Both");
        (await FindAsync(database, "robot both")).Items.Should().ContainSingle().Which.Title.Text.Should().Be("Both");
        (await FindAsync(database, "robot nowhere")).Items.Should().BeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Few_texts_with_many_words_that_begin_so_are_counted_exactly(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        var words = string.Join(' ', Enumerable.Range(0, 50).Select(number => string.Create(CultureInfo.InvariantCulture, $"con{number}")));
        await AddAsync(database, Enumerable.Range(0, 100).Select(number => Company($"Maker {number}", words)));

        var found = await FindAsync(database, "con");

        (found.Total, found.TotalIsExact, found.Items.Count).Should().Be((100, true, 100));
    }

    [Theory, EachDatabase]
    public async Task Of_a_kind_a_total_is_exact_only_where_all_were_looked_at(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        await AddAsync(database, Enumerable.Range(0, Many).Select(number => Company($"Robot {number}", "")).Append(Document(SearchKinds.Source, "A robot", "")).Append(Document(SearchKinds.Source, "An arm", "")));

        (await FindAsync(database, "robot", "company")).TotalIsExact.Should().BeFalse();
        var arms = await FindAsync(database, "arm", SearchKinds.Source);
        (arms.Total, arms.TotalIsExact).Should().Be((1, true));
    }

    /// <summary>The first 300 and the first 1,000 that have the word are all of another kind.</summary>
    [Theory, EachDatabase]
    public async Task Of_a_kind_all_are_found_however_many_others_have_the_words(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        await AddAsync(database, Enumerable.Range(0, 2 * Many).Select(number => Company($"Robot {number}", "automation"))
            .Concat(Enumerable.Range(0, 30).Select(number => Document("deal", $"Purchase {number}", "Robotics, automation")))
            .Concat(Enumerable.Range(0, 400).Select(number => Document("milestone", $"A robot, {number}", "automation"))));

        foreach (var words in new[] { "robot", "ro", "robot auto" })
        {
            var milestones = await FindAsync(database, words, "milestone");
            (milestones.Total, milestones.TotalIsExact, milestones.Items.Count).Should().Be((400, true, SearchQueries.MaxLimit), words);
            milestones.Items.Should().OnlyContain(item => item.Kind == "milestone");
        }

        var deals = await FindAsync(database, "robot auto", "deal");
        (deals.Total, deals.TotalIsExact, deals.Items.Count).Should().Be((30, true, 30));
        (await FindAsync(database, "robot", "deal", "milestone")).Total.Should().Be(430);
    }

    [Fact]
    public async Task PostgreSQL_reads_a_word_from_its_index_as_far_as_it_needs()
    {
        using var database = new TestDatabase(DatabaseProvider.Postgres);
        await AddAsync(database, Enumerable.Range(0, Many).Select(number => Company($"Maker {number}", $"Robotics {number} and other words")));
        var plans = new PlanReader();
        var options = new DbContextOptionsBuilder<PostgresTrackerDbContext>();
        options.UseTrackerPostgres(database.ConnectionString!).AddInterceptors(plans);
        await using (var db = new PostgresTrackerDbContext(options.Options))
        {
            await db.Database.ExecuteSqlAsync($"""ANALYZE "SearchWords", "SearchDocuments" """);
            await new SearchQueries(db, new RecordNames(db)).FindAsync("robot", [], SearchQueries.DefaultLimit, CancellationToken.None);
        }

        plans.OfWords.Should().NotBeEmpty().And.AllSatisfy(plan =>
        {
            plan.Should().Contain("PK_SearchWords").And.MatchRegex("""Index Cond: .*"Word" >= .*"Word" <""");
            plan.Should().NotContain("Seq Scan on \"SearchWords\"").And.NotContain("IX_SearchDocuments_Vector");
        });
    }

    [Fact]
    public async Task PostgreSQL_has_the_words_of_documents_that_were_there_before_and_keeps_them_in_step()
    {
        using var database = new TestDatabase(DatabaseProvider.Postgres, seeded: true);
        await using (var db = database.NewContext())
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync("PartyOrders");
            await migrator.MigrateAsync();
        }

        await StandsInStepAsync(database);
        await using (var db = database.NewContext())
        {
            var documents = await db.SearchDocuments.AsTracking().OrderBy(d => d.Id).Take(6).ToListAsync();
            documents.Take(3).ToList().ForEach(document => document.BodyKey = $"other words {new string('x', 5_000)}");
            db.RemoveRange(documents.Skip(3));
            await db.SaveChangesAsync();
        }

        await StandsInStepAsync(database);
    }

    private static async Task StandsInStepAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        var words = await db.Database.SqlQuery<string>($"""SELECT "DocumentId" || ' ' || "InTitle" || ' ' || "Word" AS "Value" FROM "SearchWords" """).ToListAsync();
        var documents = await db.SearchDocuments.AsNoTracking().ToListAsync();
        words.Should().NotBeEmpty().And.BeEquivalentTo(
            from document in documents
            let title = WordsOf(document.TitleKey)
            from word in title.Union(WordsOf(document.BodyKey))
            select $"{document.Id} {(title.Contains(word) ? "true" : "false")} {word}");

        static HashSet<string> WordsOf(string key) => [.. key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[..Math.Min(word.Length, SearchText.MaxLength)])];
    }

    private static SearchDocument Company(string title, string body) => Document("company", title, body);

    private static SearchDocument Document(string kind, string title, string body) =>
        new() { ItemId = Guid.CreateVersion7(), Kind = kind, Title = title, Body = body, TitleKey = NameKey.Of(title), BodyKey = NameKey.Of(body) };

    private static async Task AddAsync(TestDatabase database, IEnumerable<SearchDocument> documents)
    {
        await using var db = database.NewContext();
        db.SearchDocuments.AddRange(documents);
        await db.SaveChangesAsync();
    }

    private static async Task<SearchAnswer> FindAsync(TestDatabase database, string words, params string[] kinds)
    {
        await using var db = database.NewContext();
        return await new SearchQueries(db, new RecordNames(db)).FindAsync(words, kinds, SearchQueries.MaxLimit, CancellationToken.None);
    }

    /// <summary>Asks PostgreSQL how it runs each statement that reads the table of words.</summary>
    private sealed class PlanReader : DbCommandInterceptor
    {
        public List<string> OfWords { get; } = [];

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("\"SearchWords\"", StringComparison.Ordinal))
            {
                await using var explain = command.Connection!.CreateCommand();
                explain.CommandText = "EXPLAIN " + command.CommandText;
                explain.Parameters.AddRange((from NpgsqlParameter parameter in command.Parameters select parameter.Clone()).ToArray());
                await using var reader = await explain.ExecuteReaderAsync(cancellationToken);
                var lines = new List<string>();
                while (await reader.ReadAsync(cancellationToken))
                {
                    lines.Add(reader.GetString(0));
                }

                OfWords.Add(string.Join('\n', lines));
            }

            return result;
        }
    }
}
