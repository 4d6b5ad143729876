using PhysicalAiTracker.Core.Observations;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Questions;

namespace PhysicalAiTracker.Web.Rendering.Profiles;

/// <summary>A titled part of a profile, drawn by the partial view of its name.</summary>
/// <param name="Id">Where the address leads with a #.</param>
/// <param name="Count">Shown beside the title; null where it says nothing.</param>
public sealed record ProfileSection(string Id, string Title, string View, string? Count = null)
{
    /// <summary>What a profile consists of. Some parts say that they are empty, because that tells something; the others are left out.</summary>
    public static IReadOnlyList<ProfileSection> Of(PartyProfile profile)
    {
        var isCompany = profile.Party.Kind == PartyKind.Company;
        var rounds = profile.Rounds.Count(round => !round.Unspecified);
        var open = profile.Questions.Count(question => question.Status == QuestionStatus.Open);
        var all = new (bool Show, ProfileSection Section)[]
        {
            (!isCompany || profile.Portfolio.Count > 0, new("investments", "Investments", "_Portfolio", Some(profile.Portfolio.Count))),
            (profile.CoInvestors.Count > 0, new("co-investors", "Co-investors", "_CoInvestors", Some(profile.CoInvestors.Count))),
            (isCompany || profile.Rounds.Count > 0, new("rounds", "Funding rounds", "_Rounds", Some(rounds))),
            (isCompany || profile.Claims.Count > 0, new("claims", "Architecture", "_Claims", Some(profile.Claims.Count))),
            (!isCompany || profile.ComputeInterests.Count > 0, new("compute", "Interests in compute", "_Compute")),
            (profile.Deals.Count > 0, new("deals", "Deals", "_Deals", Some(profile.Deals.Count))),
            (profile.Affiliations.Count > 0, new("people", isCompany ? "People and origins" : "Affiliations", "_Affiliations")),
            (profile.Observations.Any(o => o.Metric == Metric.Headcount), new("headcount", "Headcount", "_Headcount")),
            (profile.Observations.Any(o => o.Metric != Metric.Headcount), new("measurements", "Measurements", "_Measurements")),
            (profile.Milestones.Count > 0, new("milestones", "Milestones", "_Milestones", Some(profile.Milestones.Count))),
            (profile.Questions.Count > 0, new("questions", "Questions", "_Questions", $"{(open == 0 ? "none" : open)} open")),
            (true, new("sources", "Sources", "_Sources", Some(profile.Sources.Count))),
            (true, new("revisions", "Revisions", "_Revisions")),
        };
        // A company is read for what it raised and where it runs; who invests comes first on the other pages.
        var shown = all.Where(part => part.Show).Select(part => part.Section);
        return [.. isCompany ? shown.OrderBy(section => section.Id is not ("rounds" or "claims")) : shown];
    }

    private static string? Some(int count) => count > 0 ? $"{count}" : null;
}
