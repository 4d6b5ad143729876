using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Accounts.Notifications;
using PhysicalAiTracker.Core.Affiliations;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Deals;
using PhysicalAiTracker.Core.Disclosures.Review;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Insights.Duplicates;
using PhysicalAiTracker.Core.Milestones;
using PhysicalAiTracker.Core.Observations;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Questions;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Data;

/// <summary>Every order that a list offers walks an index: the database sorts nothing, however many rows there are.</summary>
public sealed class IndexTests
{
    private static readonly Dictionary<string, (ListDefinition List, Func<TrackerDbContext, ListRequest, Task> Read)> Lists = new()
    {
        ["companies"] = Of(PartyQueries.Companies),
        ["people"] = Of(PartyQueries.People),
        ["investors"] = Of(PartyQueries.Investors),
        ["funding-rounds"] = Of(FundingRoundQueries.List),
        ["deals"] = Of(DealQueries.List),
        ["affiliations"] = Of(AffiliationQueries.List),
        ["claims"] = Of(ClaimQueries.List),
        ["observations"] = Of(ObservationQueries.List),
        ["milestones"] = Of(MilestoneQueries.List),
        ["questions"] = Of(QuestionQueries.List),
        ["sources"] = Of(SourceQueries.List),
        ["contradictions"] = Of(ContradictionQueries.List),
        ["duplicates"] = Of(DuplicatePairQueries.List),
        ["queue"] = Of(ReviewQueries.Queue),
        ["own-disclosures"] = Of(ReviewQueries.ListOf(Guid.Empty)),
        ["notifications"] = Of(NotificationQueries.ListOf(Guid.Empty)),
        ["activity"] = Of(ActivityQueries.List),
    };

    public static IEnumerable<object[]> Orders =>
        from list in Lists
        from order in list.Value.List.Orders
        from direction in new[] { "", "-" }
        select new object[] { list.Key, direction + order.Name };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task No_order_makes_the_database_sort(string list, string sort)
    {
        var plans = await ReadAsync(list, sort);

        plans.Pages.Should().NotBeEmpty();
        plans.Sorted.Should().BeEmpty();
    }

    [Theory]
    [InlineData("funding-rounds", "company")]
    [InlineData("funding-rounds", "investor")]
    [InlineData("funding-rounds", "leadInvestor")]
    [InlineData("companies", "investor")]
    [InlineData("investors", "company")]
    [InlineData("claims", "company")]
    [InlineData("claims", "host")]
    public async Task What_belongs_to_a_party_is_found_from_the_party(string list, string filter)
    {
        var plans = await ReadAsync(list, (filter, "arms"));

        plans.Pages.Should().NotBeEmpty().And.OnlyContain(plan => !Regex.IsMatch(plan, "^[0-9]+ SCAN [afp]( USING .*)?$", RegexOptions.Multiline), "no row of the list is looked at that is not the party's");
    }

    [Fact]
    public async Task A_sort_would_be_noticed()
    {
        var plans = await ReadAsync("funding-rounds", "valuation,amount");

        plans.Sorted.Should().NotBeEmpty("no index has both keys");
    }

    private static Task<PlanReader> ReadAsync(string list, string sort) => ReadAsync(list, ("sort", sort));

    private static async Task<PlanReader> ReadAsync(string list, (string Name, string Value) parameter)
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        await using (var ledger = new Ledger(database))
        {
            await ledger.EnterAsync("They build arms.", "2026-05-01", Ledger.Change("{ 'record': 'party', 'set': { 'kind': 'company', 'name': 'Arms' } }"));
        }

        var plans = new PlanReader();
        var options = new DbContextOptionsBuilder<SqliteTrackerDbContext>();
        options.UseTrackerSqlite(Path.Combine(database.DataDirectory, DatabaseRegistration.SqliteFile)).AddInterceptors(plans);
        await using var context = new SqliteTrackerDbContext(options.Options);
        await Lists[list].Read(context, new ListRequest(new Dictionary<string, IReadOnlyList<string>> { [parameter.Name] = [parameter.Value] }));
        return plans;
    }

    private static (ListDefinition, Func<TrackerDbContext, ListRequest, Task>) Of<T, TItem>(ListDefinition<T, TItem> list)
        where T : class => (list, (db, request) => list.ListAsync(db, request, CancellationToken.None));

    /// <summary>Asks SQLite how it would run each statement that reads the rows of a page.</summary>
    private sealed class PlanReader : DbCommandInterceptor
    {
        public List<string> Pages { get; } = [];

        /// <summary>Plans in which rows are sorted before the page is cut off.</summary>
        public List<string> Sorted { get; } = [];

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("LIMIT", StringComparison.Ordinal))
            {
                await ExplainAsync(command, cancellationToken);
            }

            return result;
        }

        private async Task ExplainAsync(DbCommand command, CancellationToken cancellation)
        {
            await using var explain = command.Connection!.CreateCommand();
            explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
            explain.Transaction = command.Transaction;
            foreach (DbParameter parameter in command.Parameters)
            {
                var copy = explain.CreateParameter();
                (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
                explain.Parameters.Add(copy);
            }

            var steps = new List<(long Parent, string Detail)>();
            await using var reader = await explain.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                steps.Add((reader.GetInt64(1), reader.GetString(3)));
            }

            // Joined to its parts, a page is a subquery; the rows of the page itself, at most two hundred, may be put in order again.
            var subquery = steps.Exists(step => step.Detail.StartsWith("CO-ROUTINE", StringComparison.Ordinal) || step.Detail.StartsWith("MATERIALIZE", StringComparison.Ordinal));
            var plan = string.Join('\n', steps.Select(step => $"{step.Parent} {step.Detail}").Prepend(command.CommandText));
            Pages.Add(plan);
            if (steps.Exists(step => step.Detail.Contains("TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal) && (!subquery || step.Parent != 0))
                || steps.Exists(step => step.Detail.Contains("TERM OF ORDER BY", StringComparison.Ordinal) && (!subquery || step.Parent != 0)))
            {
                Sorted.Add(plan);
            }
        }
    }
}
