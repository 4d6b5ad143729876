using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Cues;

/// <summary>The words of where an AI runs.</summary>
internal static class PlacementCues
{
    /// <summary>Verbs that put a computation somewhere; of "train" the plane is training.</summary>
    public static readonly HashSet<string> Runs =
    [
        "runs", "run", "running", "ran", "executes", "execute", "executed", "executing", "hosted", "hosts", "host", "processed", "processes", "process", "computed", "computes", "deployed", "deploys", "deploy", "served", "serve", "serves", "performed", "happens", "happen", "takes", "handled", "resides", "sits", "lives",
        "trains", "trained", "train", "training", "simulates", "simulated", "offloads", "offloaded", "move", "moves", "moved", "moving", "migrate", "migrates", "migrated", "migrating",
    ];

    /// <summary>Verbs whose place is the one behind "to".</summary>
    public static readonly HashSet<string> Moves = ["offloads", "offloaded", "move", "moves", "moved", "moving", "migrate", "migrates", "migrated", "migrating"];

    public static readonly HashSet<string> Trains = ["trains", "trained", "train", "training"];

    /// <summary>What a subject must be for a run-verb to speak of AI, where no plane is named.</summary>
    public static readonly HashSet<string> Models = ["model", "models", "network", "networks", "policy", "policies", "ai", "software", "stack", "inference", "brain", "vla", "algorithms", "algorithm", "llm", "vlm"];

    public static readonly (string Plane, HashSet<string> Words)[] Planes =
    [
        ("training", ["training", "trains", "trained", "train", "retraining", "fine-tuning", "pretraining", "pre-training"]),
        ("simulation", ["simulation", "simulations", "simulates", "simulated", "simulator"]),
        ("planning", ["planning", "planner", "planners", "plans", "reasoning"]),
        ("perception", ["perception", "vision", "detection", "localisation", "localization", "mapping"]),
        ("control", ["control", "controller", "controllers", "locomotion", "balance", "balancing"]),
        ("teleoperation", ["teleoperation", "teleoperators"]),
        ("fleet-learning", ["fleet-learning"]),
        ("inference", ["inference"]),
    ];

    public static readonly (string Placement, Pattern[] Patterns)[] Placements =
    [
        ("on-device", Pattern.Any(
            "on|aboard|inside the|each|every|its|our|their|a ~1 robot|robots|humanoid|humanoids|drone|drones|vehicle|vehicles|arm|arms|device|devices|gripper|tractor|truck|trucks|machine", "on board|robot|device|robots", "on-device", "on-robot", "on-board", "onboard", "in the car|vehicle|robot|truck")),
        ("on-site", Pattern.Any(
            "on-premises", "on-premise", "on premises|premise|site|prem", "on-prem", "on-site", "edge server|servers|box|cabinet", "on|in a|an|the|each ~2 server|servers|computer|workstation|rack|pc ~2 in|at|on|next|beside|under ~2 cell|factory|warehouse|plant|site|line|floor|store|customer|hospital|greenhouse",
            "in|at|inside the|each|every|its|their ~1 customer|factory|warehouse|plant|hospital 's own? data-centre|data|server|servers", "in the factory|warehouse|plant|cell")),
        ("cloud", Pattern.Any("in|from|on|to|via|through the|a|its|our|their ~1 cloud", "cloud-based", "cloud-hosted", "in cloud data", "in cloud")),
    ];

    /// <summary>Clouds by name: what the text may call them.</summary>
    public static readonly HashSet<string> Clouds =
    [
        "aws", "amazon web services", "google cloud", "google cloud platform", "azure", "microsoft azure", "oracle cloud", "oracle cloud infrastructure", "coreweave", "nebius", "lambda", "ovhcloud", "modal", "crusoe", "alibaba cloud", "ibm cloud", "scaleway", "runpod", "together ai",
    ];

    /// <summary>What stands behind one of these is where it does not run.</summary>
    public static readonly HashSet<string> Instead = ["not", "no", "without", "instead", "rather", "never", "nor", "than", "unlike", "away"];

    public static readonly Pattern[] Choice = Pattern.Any("customers|customer|users|operators ~2 choose|decide|pick|select", "either ~4 cloud ~3 on-premises|on-premise|on-site", "either ~3 on-premises|on-premise|on-site ~4 cloud", "on-premises|on-premise or ~2 cloud", "cloud or ~2 on-premises|on-premise|premises");

    public static readonly Pattern[] Both = Pattern.Any("partly", "split", "splits", "both ~6 and", "hybrid", "while", "and ~4 on|in the cloud|robot");
}
