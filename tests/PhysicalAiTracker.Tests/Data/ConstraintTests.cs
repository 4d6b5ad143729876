using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Data;

/// <summary>What the database refuses even from somebody who goes round the program.</summary>
public sealed class ConstraintTests
{
    private static readonly string[] Statements =
    [
        "UPDATE \"FundingRounds\" SET \"Status\" = 'finished'",
        "UPDATE \"FundingRounds\" SET \"Amount_Qualifier\" = 'roughly'",
        "UPDATE \"FundingRounds\" SET \"SupersedesId\" = \"Id\"",
        "UPDATE \"FundingRounds\" SET \"Unspecified\" = TRUE",
        "UPDATE \"FundingRounds\" SET \"CompanyId\" = \"Id\"",
        "UPDATE \"Parties\" SET \"Slug\" = 'same'",
        "UPDATE \"Parties\" SET \"Type\" = 'robot'",
        "UPDATE \"Places\" SET \"Country\" = 'ch'",
        "UPDATE \"ArchitectureClaims\" SET \"Subject\" = 'Robots' WHERE \"CompanyId\" IS NOT NULL",
        "UPDATE \"ArchitectureClaims\" SET \"Plane\" = 'astral'",
        "UPDATE \"Observations\" SET \"Money_Minor\" = 1 WHERE \"Quantity_Value\" IS NOT NULL",
        "UPDATE \"Observations\" SET \"Subject\" = NULL WHERE \"PartyId\" IS NULL",
        "UPDATE \"Affiliations\" SET \"OrganisationId\" = \"PartyId\"",
        "UPDATE \"Deals\" SET \"TargetId\" = \"AcquirerId\"",
        "UPDATE \"Assertions\" SET \"Credibility\" = 7",
        "UPDATE \"Assertions\" SET \"RecordId\" = \"Id\"",
        "UPDATE \"Passages\" SET \"End\" = \"Start\"",
        "UPDATE \"Passages\" SET \"State\" = 'not-captured' WHERE \"SnapshotId\" IS NOT NULL",
        "UPDATE \"Passages\" SET \"SnapshotId\" = NULL",
        "UPDATE \"Passages\" SET \"State\" = 'likely'",
        "UPDATE \"Snapshots\" SET \"Sha256\" = 'short'",
        "UPDATE \"Sources\" SET \"OriginId\" = \"Id\"",
        "UPDATE \"Disclosures\" SET \"DecidedAt\" = NULL",
        "UPDATE \"Revisions\" SET \"Version\" = 0",
        "DELETE FROM \"Records\"",
        "DELETE FROM \"Sources\"",
    ];

    public static IEnumerable<object[]> Refused =>
        from provider in Enum.GetValues<DatabaseProvider>()
        from statement in Statements
        select new object[] { provider, statement };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task The_database_refuses(DatabaseProvider provider, string statement)
    {
        using var database = new TestDatabase(provider, seeded: true);
        await using var context = database.NewContext();

        var run = () => context.Database.ExecuteSqlRawAsync(statement);

        (await run.Should().ThrowAsync<System.Data.Common.DbException>()).Which.Message.Should().MatchRegex("(?i)constraint", "not for another mistake in the statement");
    }
}
