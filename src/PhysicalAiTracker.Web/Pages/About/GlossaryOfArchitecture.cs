using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Pages.About;

/// <summary>Where AI runs.</summary>
internal static class GlossaryOfArchitecture
{
    public static IReadOnlyList<Vocabulary> All { get; } =
    [
        Vocabulary.Of<Plane>("planes", "Planes", "What the AI in question does. One company may train in a cloud and control on the device.", plane => plane switch
        {
            Plane.Training => "Learning from data: the making of a model.",
            Plane.Simulation => "Computing a world to learn or to test in.",
            Plane.Planning => "Deciding what to do next, over seconds and longer.",
            Plane.Perception => "Making sense of cameras and other sensors.",
            Plane.Control => "Closing the loop that moves the machine, in milliseconds.",
            Plane.Teleoperation => "A person steers from afar.",
            Plane.FleetLearning => "Machines in use send back what the next model learns from.",
            Plane.Inference => "Running a trained model; used where the source is no finer.",
        }),
        Vocabulary.Of<Placement>("placements", "Placements", "Where it runs.", placement => placement switch
        {
            Placement.OnDevice => "In the machine itself.",
            Placement.OnSite => "In the building where the machine is, on a computer of that place.",
            Placement.Cloud => "In a data centre somewhere else.",
            Placement.Hybrid => "Split: some parts in one place, some in another; the claim names the parts.",
            Placement.CustomerChoice => "Whoever buys it decides.",
            Placement.Undisclosed => "Asked or looked for, and not told. That is a finding; no claim at all is a gap.",
        }, "placement"),
        Vocabulary.Of<ClaimModality>("claim-modality", "Modality of a claim", "Whether it is so, can be, is to be or ought to be.", modality => modality switch
        {
            ClaimModality.InUse => "It runs so today.",
            ClaimModality.Capability => "It can run so.",
            ClaimModality.Planned => "It is to run so.",
            ClaimModality.Recommended => "It ought to run so, says whoever speaks.",
        }),
        Vocabulary.Of<LatencyUnit>("latency-units", "Units of latency", "A figure counts only with what was measured, and how.", unit => unit switch
        {
            LatencyUnit.Milliseconds => "Milliseconds from cause to answer.",
            LatencyUnit.Hertz => "Rounds of a loop per second.",
        }),
        Vocabulary.Of<Qualifier>("qualifiers", "Bounds of a figure", "How the source limits a figure; it stays with the figure.", qualifier => qualifier switch
        {
            Qualifier.Exactly => "The figure itself.",
            Qualifier.About => "Near the figure, on either side.",
            Qualifier.MoreThan => "Above the figure.",
            Qualifier.AtLeast => "The figure or above.",
            Qualifier.LessThan => "Below the figure.",
            Qualifier.AtMost => "The figure or below.",
        }),
    ];
}
