using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Web.Rendering.Profiles;

namespace PhysicalAiTracker.Web.Pages.People;

/// <summary>A person's profile.</summary>
public sealed class PersonModel(ProfileQueries profiles) : ProfilePageModel(profiles);
