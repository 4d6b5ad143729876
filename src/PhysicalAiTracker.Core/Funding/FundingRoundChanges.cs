using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Funding;

/// <summary>What a disclosure may say of a funding round.</summary>
internal static class FundingRoundChanges
{
    public static readonly RecordSchema<FundingRound> Schema = new(
        RecordKind.FundingRound,
        rounds => rounds.Include(r => r.Participations),
        fields =>
        {
            fields.Party("company", "Company", r => r.CompanyId, (r, id) => r.CompanyId = id!.Value).Required();
            fields.Word<FundingStage>("stage", "Stage", r => r.Stage, (r, stage) => r.Stage = stage);
            fields.Text("stageAsAnnounced", "Stage as announced", r => r.StageAsAnnounced, (r, text) => r.StageAsAnnounced = text, FundingRound.StageLength);
            fields.Word<FundingStatus>("status", "Status", r => r.Status, (r, status) => r.Status = status);
            fields.Word<Instrument>("instrument", "Instrument", r => r.Instrument, (r, instrument) => r.Instrument = instrument);
            fields.Money("amount", "Amount", r => r.Amount, (r, money) => r.Amount = money).Says("$10 bn, €890m, more than USD 300 m. Leave empty when undisclosed.");
            fields.Money("valuation", "Valuation", r => r.Valuation, (r, money) => r.Valuation = money);
            fields.Word<ValuationKind>("valuationKind", "Valuation is", r => r.ValuationKind, (r, kind) => r.ValuationKind = kind);
            fields.Date("announcedOn", "Announced", r => r.AnnouncedOn, (r, date) => r.AnnouncedOn = date).Says("2025, 2025-11 or 2025-11-03; ? uncertain, ~ about.");
            fields.Date("closedOn", "Closed", r => r.ClosedOn, (r, date) => r.ClosedOn = date);
            fields.Date("reportedOn", "Reported", r => r.ReportedOn, (r, date) => r.ReportedOn = date);
            fields.Items<Participation>("participations", "Investors", r => r.Participations, part =>
            {
                part.Party("investor", "Investor", p => p.InvestorId, (p, id) => p.InvestorId = id!.Value).Required();
                part.Word<ParticipationRole>("role", "Role", p => p.Role, (p, role) => p.Role = role);
                part.Word<ParticipationStatus>("status", "Status", p => p.Status, (p, status) => p.Status = status);
                part.Money("amount", "Amount", p => p.Amount, (p, money) => p.Amount = money);
                part.Text("vehicle", "Vehicle", p => p.Vehicle, (p, text) => p.Vehicle = text, Participation.VehicleLength);
            });
            fields.Record("supersedes", "Supersedes", RecordKind.FundingRound, r => r.SupersedesId, (r, id) => r.SupersedesId = id).Editorial()
                .Says("The round whose figures these replace: the same money, told again.");
            fields.Flag("unspecified", "Round not stated", r => r.Unspecified, (r, flag) => r.Unspecified = flag).Editorial()
                .Says("The source names a backer, but no round.");
            fields.Money("filedOffering", "Offered, as filed", r => r.FiledOffering, (r, money) => r.FiledOffering = money).Says("The total of the offering that a filing states, such as Form D.");
            fields.Flag("filedIndefinite", "Offered without limit", r => r.FiledIndefinite, (r, flag) => r.FiledIndefinite = flag).Says("The filing says Indefinite.");
            fields.Money("filedSold", "Sold, as filed", r => r.FiledSold, (r, money) => r.FiledSold = money);
            fields.Money("filedRemaining", "Remaining, as filed", r => r.FiledRemaining, (r, money) => r.FiledRemaining = money);
            fields.Date("filedFirstSaleOn", "First sale, as filed", r => r.FiledFirstSaleOn, (r, date) => r.FiledFirstSaleOn = date);
            fields.Flag("filedYetToOccur", "First sale yet to occur", r => r.FiledYetToOccur, (r, flag) => r.FiledYetToOccur = flag);
            fields.Text("filedRevenue", "Revenue, as filed", r => r.FiledRevenue, (r, text) => r.FiledRevenue = text, FundingRound.RevenueLength).Says("In the words of the filing: a range, or that it declines to disclose.");
            fields.Text("note", "Note", r => r.Note, (r, text) => r.Note = text, FundingRound.NoteLength, multiline: true);
        });
}
