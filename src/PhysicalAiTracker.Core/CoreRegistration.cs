using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Accounts.Mail;
using PhysicalAiTracker.Core.Accounts.Notifications;
using PhysicalAiTracker.Core.Affiliations;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Deals;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Acts;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Proposals;
using PhysicalAiTracker.Core.Disclosures.Review;
using PhysicalAiTracker.Core.Exporting;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.History.AsOf;
using PhysicalAiTracker.Core.Importing;
using PhysicalAiTracker.Core.Importing.Filings;
using PhysicalAiTracker.Core.Importing.Restoring;
using PhysicalAiTracker.Core.Importing.Tables;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Core.Insights.Capital;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Insights.Dependencies;
using PhysicalAiTracker.Core.Insights.Duplicates;
using PhysicalAiTracker.Core.Insights.Interests;
using PhysicalAiTracker.Core.Insights.Questions;
using PhysicalAiTracker.Core.Insights.Staleness;
using PhysicalAiTracker.Core.Milestones;
using PhysicalAiTracker.Core.Observations;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Questions;
using PhysicalAiTracker.Core.Reconciling;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Core.Sources.Likeness;
using PhysicalAiTracker.Core.Sources.Snapshots;
using PhysicalAiTracker.Core.Webhooks;

namespace PhysicalAiTracker.Core;

/// <summary>
/// Registers Core's queries and commands; the database is added by <see cref="Data.DatabaseRegistration"/>, the data protection that the outbox needs by the caller.
/// </summary>
public static class CoreRegistration
{
    public static IServiceCollection AddTrackerCore(this IServiceCollection services)
    {
        services.TryAddSingleton<TimeProvider>(new AsOfTime(TimeProvider.System));
        services.AddScoped<ActivityLog>();
        services.AddScoped<ClientAddress>();
        services.AddOptions();
        services.AddScoped<Outbox>();
        services.AddScoped<Delivery>();
        services.AddScoped<ContradictionQueries>();
        services.AddScoped<ContradictionReader>();
        services.AddScoped<RulingCommands>();
        services.AddScoped<Derivation>();
        services.AddScoped<DisclosureCommands>();
        services.AddScoped<DisclosureQueries>();
        services.AddScoped<ActCommands>();
        services.AddScoped<MergeQueries>();
        services.AddScoped<DraftCommands>();
        services.AddScoped<DraftDocuments>();
        services.AddScoped<ReviewCommands>();
        services.AddScoped<ReviewQueries>();
        services.AddScoped<ReviewTrail>();
        services.AddScoped<ActivityQueries>();
        services.AddScoped<NotificationQueries>();
        services.AddScoped<Notifier>();
        services.AddScoped<DraftQueries>();
        services.AddScoped<EditQueries>();
        services.AddScoped<DraftProposals>();
        services.AddScoped<FurtherEvidence>();
        services.AddScoped<CheckQueries>();
        services.AddSingleton<DraftPresence>();
        services.AddScoped<Suggestions>();
        services.AddScoped<ProposalQueries>();
        services.AddScoped<ReconcileQueries>();
        services.AddScoped<ExtensionQueries>();
        services.AddScoped<SeedImporter>();
        services.AddScoped<ExportQueries>();
        services.AddScoped<ExportNews>();
        services.AddScoped<TableImporter>();
        services.AddScoped<FormDImporter>();
        services.AddScoped<WebhookCommands>();
        services.AddScoped<WebhookDispatch>();
        services.AddScoped<WebhookOutbox>();
        services.AddScoped<WebhookQueries>();
        services.AddScoped<RestoreCommands>();
        services.AddScoped<EvidenceQueries>();
        services.AddScoped<SourceQueries>();
        services.AddScoped<SnapshotCommands>();
        services.AddScoped<SnapshotQueries>();
        services.AddScoped<LikenessCommands>();
        services.AddScoped<LikenessDerivation>();
        services.AddScoped<LikenessQueries>();
        services.AddScoped<HistoryQueries>();
        services.AddScoped<RecordHistoryQueries>();
        services.AddScoped<GoneQueries>();
        services.AddScoped<IncludeQueries>();
        services.AddScoped<ChangeQueries>();
        services.AddScoped<FeedQueries>();
        services.AddScoped<SearchQueries>();
        services.AddScoped<RecordNames>();
        services.AddScoped<OverviewQueries>();
        services.AddInsights();
        services.AddScoped<PartyQueries>();
        services.AddScoped<ProfileQueries>();
        services.AddScoped<FundingRoundQueries>();
        services.AddScoped<DealQueries>();
        services.AddScoped<AffiliationQueries>();
        services.AddScoped<ClaimQueries>();
        services.AddScoped<ObservationQueries>();
        services.AddScoped<MilestoneQueries>();
        services.AddScoped<QuestionQueries>();
        return services;
    }

    private static void AddInsights(this IServiceCollection services)
    {
        services.AddScoped<CapitalQueries>();
        services.AddScoped<InterestQueries>();
        services.AddScoped<DependencyQueries>();
        services.AddScoped<DuplicateCommands>();
        services.AddScoped<DuplicatePairQueries>();
        services.AddScoped<DuplicateQueries>();
        services.AddScoped<StalenessQueries>();
        services.AddScoped<QuestionInsights>();
        services.AddScoped<QuestionResolution>();
        services.AddScoped<InsightsOverview>();
    }
}
