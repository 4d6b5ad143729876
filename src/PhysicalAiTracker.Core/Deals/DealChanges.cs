using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Deals;

/// <summary>What a disclosure may say of a deal.</summary>
internal static class DealChanges
{
    public static readonly RecordSchema<Deal> Schema = new(
        RecordKind.Deal,
        deals => deals,
        fields =>
        {
            fields.Word<DealKind>("kind", "Kind", d => d.Type, (d, kind) => d.Type = kind!.Value).Required();
            fields.Party("acquirer", "Acquirer", d => d.AcquirerId, (d, id) => d.AcquirerId = id!.Value).Required();
            fields.Party("target", "Target", d => d.TargetId, (d, id) => d.TargetId = id!.Value).Required();
            fields.Word<DealStatus>("status", "Status", d => d.Status, (d, status) => d.Status = status);
            fields.Money("price", "Price", d => d.Price, (d, money) => d.Price = money).Says("Leave empty when undisclosed.");
            fields.Date("announcedOn", "Announced", d => d.AnnouncedOn, (d, date) => d.AnnouncedOn = date);
            fields.Date("closedOn", "Closed", d => d.ClosedOn, (d, date) => d.ClosedOn = date);
            fields.Text("note", "Note", d => d.Note, (d, text) => d.Note = text, Deal.NoteLength, multiline: true);
        });
}
