using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Milestones;

/// <summary>What a disclosure may say of a milestone.</summary>
internal static class MilestoneChanges
{
    public static readonly RecordSchema<Milestone> Schema = new(
        RecordKind.Milestone,
        milestones => milestones,
        fields =>
        {
            fields.Party("party", "Party", m => m.PartyId, (m, id) => m.PartyId = id!.Value).Required();
            fields.Word<MilestoneKind>("kind", "Kind", m => m.Type, (m, kind) => m.Type = kind!.Value).Required();
            fields.Text("title", "Event", m => m.Title, (m, text) => m.Title = text!, Milestone.TitleLength).Required().Editorial()
                .Says("In your own words.");
            fields.Date("on", "Date", m => m.On, (m, date) => m.On = date);
            fields.Text("note", "Note", m => m.Note, (m, text) => m.Note = text, Milestone.NoteLength, multiline: true);
        });
}
