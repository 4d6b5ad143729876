using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Affiliations;

/// <summary>What a disclosure may say of an affiliation.</summary>
internal static class AffiliationChanges
{
    public static readonly RecordSchema<Affiliation> Schema = new(
        RecordKind.Affiliation,
        affiliations => affiliations,
        fields =>
        {
            fields.Party("party", "Party", a => a.PartyId, (a, id) => a.PartyId = id!.Value).Required();
            fields.Word<AffiliationKind>("kind", "Is", a => a.Type, (a, kind) => a.Type = kind!.Value).Required()
                .Says("Read it as a sentence: party – kind – organisation.");
            fields.Party("organisation", "Of", a => a.OrganisationId, (a, id) => a.OrganisationId = id!.Value).Required();
            fields.Text("title", "Title", a => a.Title, (a, text) => a.Title = text, Affiliation.TitleLength);
            fields.Date("from", "From", a => a.From, (a, date) => a.From = date);
            fields.Date("to", "To", a => a.To, (a, date) => a.To = date);
            fields.Text("note", "Note", a => a.Note, (a, text) => a.Note = text, Affiliation.NoteLength, multiline: true);
        });
}
