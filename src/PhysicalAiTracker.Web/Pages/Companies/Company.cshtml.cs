using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Web.Rendering.Profiles;

namespace PhysicalAiTracker.Web.Pages.Companies;

/// <summary>A company's profile.</summary>
public sealed class CompanyModel(ProfileQueries profiles) : ProfilePageModel(profiles);
