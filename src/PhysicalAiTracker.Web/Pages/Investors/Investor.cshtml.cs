using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Web.Rendering.Profiles;

namespace PhysicalAiTracker.Web.Pages.Investors;

/// <summary>The profile of an investment firm or public body; companies and people that invest have theirs elsewhere.</summary>
public sealed class InvestorModel(ProfileQueries profiles) : ProfilePageModel(profiles);
