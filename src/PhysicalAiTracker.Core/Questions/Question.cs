using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Questions;

/// <summary>Whether somebody has answered.</summary>
public enum QuestionStatus
{
    Open,
    Resolved,
}

/// <summary>What to watch for.</summary>
public enum TriggerKind
{
    Filing,
    EarningsCall,
    Date,
    Event,
}

/// <summary>What the asked party did.</summary>
public enum ResponseKind
{
    Declined,
    NoReply,
    Answered,
}

/// <summary>What nobody has answered, with what would settle it.</summary>
public sealed class Question : Record
{
    public const int TextLength = 500;
    public const int ResolutionLength = 2000;

    public override RecordKind Kind => RecordKind.Question;

    /// <summary>Unique among questions; a former one redirects here.</summary>
    public string Slug { get; set; } = "";

    public string Text { get; set; } = "";

    public Guid? CompanyId { get; set; }

    public Party? Company { get; set; }

    public Plane? Plane { get; set; }

    public string? SettledBy { get; set; }

    public List<QuestionTrigger> Triggers { get; set; } = [];

    public List<QuestionResponse> Responses { get; set; } = [];

    public QuestionStatus Status { get; set; }

    public string? Resolution { get; set; }

    public PartialDate? ResolvedOn { get; set; }

    /// <summary>The assertion that settled it; null while open, and where no single one did.</summary>
    public Guid? SettledByAssertionId { get; set; }

    public Assertion? SettledByAssertion { get; set; }

    public override IEnumerable<(string Field, string Problem)> Check()
    {
        if (Status == QuestionStatus.Resolved && Resolution is null)
        {
            yield return ("resolution", "a resolved question says what answered it");
        }

        if (Status == QuestionStatus.Open && SettledByAssertionId is not null)
        {
            yield return ("settledByAssertion", "nothing has settled an open question: resolve it too");
        }

        if (Status == QuestionStatus.Open && (Resolution is not null || ResolvedOn is not null))
        {
            yield return ("status", "an open question has no resolution");
        }
    }
}

/// <summary>Something that may bring the answer.</summary>
public sealed class QuestionTrigger : IOrdered
{
    public const int TextLength = 300;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid QuestionId { get; set; }

    public int Ordinal { get; set; }

    public TriggerKind Type { get; set; }

    public string Text { get; set; } = "";

    public Guid? PartyId { get; set; }

    public Party? Party { get; set; }

    public PartialDate? On { get; set; }
}

/// <summary>What the asked party answered, if anything.</summary>
public sealed class QuestionResponse : IOrdered
{
    public const int NoteLength = 500;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid QuestionId { get; set; }

    public int Ordinal { get; set; }

    public ResponseKind Type { get; set; }

    public Guid PartyId { get; set; }

    public Party Party { get; set; } = null!;

    public PartialDate? On { get; set; }

    public string? Note { get; set; }
}
