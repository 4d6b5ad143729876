using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Accounts.Idempotency;
using PhysicalAiTracker.Core.Accounts.Invitations;
using PhysicalAiTracker.Core.Accounts.Keys;
using PhysicalAiTracker.Core.Accounts.Mail;
using PhysicalAiTracker.Core.Accounts.Notifications;
using PhysicalAiTracker.Core.Accounts.Sessions;
using PhysicalAiTracker.Core.Affiliations;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Deals;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Review;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Insights.Duplicates;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Milestones;
using PhysicalAiTracker.Core.Observations;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Questions;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Core.Search.Plans;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Core.Sources.Likeness;
using PhysicalAiTracker.Core.Sources.Snapshots;
using PhysicalAiTracker.Core.Webhooks;

namespace PhysicalAiTracker.Core.Data;

/// <summary>The one model. SQLite and PostgreSQL each derive a context that carries its own migrations.</summary>
/// <param name="time">The system's clock when null.</param>
/// <param name="counts">What was counted of the live database; null where nothing is kept, as of an earlier day.</param>
/// <param name="plans">By which lists of the live database are read; null where it is another.</param>
public abstract class TrackerDbContext(DbContextOptions options, TimeProvider? time, KeptCounts? counts, ListPlans? plans)
    : IdentityDbContext<TrackerUser, IdentityRole<Guid>, Guid>(options)
{
    private bool _isUsed;

    /// <summary>To ask it for its transaction makes all services of a context, which a list that is read by plans has no use for.</summary>
    public override DatabaseFacade Database
    {
        get
        {
            _isUsed = true;
            return base.Database;
        }
    }

    private bool IsInTransaction => _isUsed && base.Database.CurrentTransaction is not null;

    public DbSet<RecordIdentity> Records => Set<RecordIdentity>();

    public DbSet<Party> Parties => Set<Party>();

    public DbSet<FundingRound> FundingRounds => Set<FundingRound>();

    public DbSet<Deal> Deals => Set<Deal>();

    public DbSet<Affiliation> Affiliations => Set<Affiliation>();

    public DbSet<ArchitectureClaim> Claims => Set<ArchitectureClaim>();

    public DbSet<Observation> Observations => Set<Observation>();

    public DbSet<Milestone> Milestones => Set<Milestone>();

    public DbSet<Question> Questions => Set<Question>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<FormerSource> FormerSources => Set<FormerSource>();

    public DbSet<Snapshot> Snapshots => Set<Snapshot>();

    public DbSet<Passage> Passages => Set<Passage>();

    public DbSet<PassageAnchor> PassageAnchors => Set<PassageAnchor>();

    public DbSet<SnapshotHash> SnapshotHashes => Set<SnapshotHash>();

    public DbSet<SourceLikeness> SourceLikenesses => Set<SourceLikeness>();

    public DbSet<Assertion> Assertions => Set<Assertion>();

    public DbSet<Disclosure> Disclosures => Set<Disclosure>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<Tombstone> Tombstones => Set<Tombstone>();

    public DbSet<FormerSlug> FormerSlugs => Set<FormerSlug>();

    public DbSet<ActivityEntry> ActivityEntries => Set<ActivityEntry>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<ReviewStep> ReviewSteps => Set<ReviewStep>();

    public DbSet<SubmittedEdit> SubmittedEdits => Set<SubmittedEdit>();

    public DbSet<SearchDocument> SearchDocuments => Set<SearchDocument>();

    public DbSet<FieldGrade> Grades => Set<FieldGrade>();

    /// <summary>The day (UTC) that stored dates are compared with: whether a grade is stale by now.</summary>
    internal DateOnly Today => DateOnly.FromDateTime((time ?? TimeProvider.System).GetUtcNow().UtcDateTime);

    /// <summary>What was counted of lists; null within a transaction too, which may see what nobody else does.</summary>
    internal KeptCounts? Counts => IsInTransaction ? null : counts;

    /// <summary>How lists are read; null within a transaction too.</summary>
    internal ListPlans? Plans => IsInTransaction ? null : plans;

    public DbSet<Contradiction> Contradictions => Set<Contradiction>();

    public DbSet<ContradictionRuling> ContradictionRulings => Set<ContradictionRuling>();

    public DbSet<DuplicatePair> DuplicatePairs => Set<DuplicatePair>();

    public DbSet<DuplicateJudgement> DuplicateJudgements => Set<DuplicateJudgement>();

    public DbSet<PartyHash> PartyHashes => Set<PartyHash>();

    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<KeptAnswer> KeptAnswers => Set<KeptAnswer>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.StoreTrackerTypes();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(TrackerDbContext).Assembly);
        builder.StoreEnumerationsAsWords();
    }
}

/// <summary>The model on SQLite.</summary>
public sealed class SqliteTrackerDbContext(DbContextOptions<SqliteTrackerDbContext> options, TimeProvider? time = null, KeptCounts? counts = null, ListPlans? plans = null) : TrackerDbContext(options, time, counts, plans);

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgresTrackerDbContext(DbContextOptions<PostgresTrackerDbContext> options, TimeProvider? time = null, KeptCounts? counts = null, ListPlans? plans = null) : TrackerDbContext(options, time, counts, plans)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.CollateKeysByCode();
    }
}
