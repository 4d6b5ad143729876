using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;

namespace PhysicalAiTracker.Core.Importing.Filings;

/// <summary>Where a filing belongs.</summary>
/// <param name="Round">The round that it is about; null makes one.</param>
/// <param name="Others">Rounds that turn out to be the same offering, to be merged into that one.</param>
/// <param name="Offering">All filings of the offering, with this one.</param>
/// <param name="MayCount">Whether a round of its own has the money sold as its amount; otherwise it may be the same money as an announced round's.</param>
/// <param name="Following">Fields of <see cref="FiledOffering.Following"/> that the filings still decide.</param>
internal sealed record FilingPlace(FundingRound? Round, IReadOnlyList<Guid> Others, FiledOffering Offering, bool MayCount, IReadOnlySet<string> Following);

/// <summary>
/// Finds the round that a filing is about, by rules that docs/importing/README.md states and never by likeness: the one that it would have been put on
/// had all filings of the issuer come in the order of their days.
/// </summary>
internal sealed class FilingRounds(TrackerDbContext db)
{
    /// <summary>How long before the first sale a round is announced at most, in days, and how long after it.</summary>
    private const int DaysBefore = 60;
    private const int DaysAfter = 180;

    /// <summary>An announcement known to the month at least can be compared with a day.</summary>
    private const int DaysOfMonth = 31;

    private const string Unclear = "amends a filing that is not on record, and several rounds of the issuer have this day of the first sale: import that filing first";
    private const string Announced = "ties filings that stand on several rounds that did not begin with a filing: merge those first if they are one, and import this filing again";

    /// <summary>The place of a filing of an issuer that has none yet.</summary>
    public static FilingPlace PlaceOfFirst(FormD form) => new(null, [], new FiledOffering([form]), MayCount: true, FiledOffering.Following.ToHashSet());

    /// <param name="company">The issuer.</param>
    public async Task<(FilingPlace? Place, string? Problem)> PlaceAsync(FormD form, Guid company, CancellationToken cancellation)
    {
        var rounds = await db.FundingRounds.AsNoTracking().Where(r => r.CompanyId == company && !r.Unspecified).ToListAsync(cancellation);
        var known = await new KnownFilings(db).OfAsync(form.Cik, [.. rounds.Select(r => r.Id)], cancellation);
        List<Filed> filed = [.. rounds.Where(HasFiling).Select(r => new Filed(r, new FiledOffering(known.Filings[r.Id]), known.Made.Contains(r.Id)))];
        var (same, problem) = SameOffering(form, filed);
        if (problem is not null)
        {
            return (null, problem);
        }

        var offering = new FiledOffering(same.SelectMany(other => other.Offering.Filings).Append(form));
        var near = Near(offering, same, rounds);
        var into = same.Find(other => !other.IsMade)?.Round ?? (near is [var only] ? only : same.MinBy(other => (other.Round.CreatedAt, other.Round.Id))?.Round);
        return (new FilingPlace(
            into, [.. same.Select(other => other.Round.Id).Where(id => id != into?.Id)], offering, near.Count == 0,
            into is null ? FiledOffering.Following.ToHashSet() : same.Find(other => other.Round == into)?.Following() ?? []), null);
    }

    /// <summary>The rounds whose filings are of the same offering as this one.</summary>
    private static (List<Filed> Rounds, string? Problem) SameOffering(FormD form, List<Filed> filed)
    {
        var same = new List<Filed>();
        var isKnown = form.IsAmendment && form.Previous is not null && filed.Exists(other => other.Has(form.Previous));
        filed.FindAll(other => isKnown && other.Has(form.Previous)).ForEach(Add);
        filed.FindAll(other => other.Offering.Filings.Any(filing => filing.Previous == form.Number && filing.IsAmendment)).ForEach(Add);
        if (form.IsAmendment && !isKnown && !same.Exists(other => other.Offering.HasOriginal))
        {
            var ties = filed.Except(same).Select(other => (Round: other, Tie: other.Offering.Tie(form, other.Round))).Where(pair => pair.Tie > 0).ToList();
            if (ties.FindAll(pair => pair.Tie == ties.Max(other => other.Tie)) is { Count: > 0 } best)
            {
                if (best.Count > 1)
                {
                    return ([], Unclear);
                }

                Add(best[0].Round);
            }
        }

        // An amendment that named no known filing when it came may be of this one.
        foreach (var other in filed.Except(same).Where(other => other.Offering.Filings is [{ IsAmendment: true } first, ..] && !filed.Exists(o => o.Has(first.Previous))).ToList())
        {
            var before = new FiledOffering(same.SelectMany(one => one.Offering.Filings));
            var first = other.Offering.Filings[0];
            if (FiledOffering.Compare(form, first) < 0 && before.With(form).Tie(first, null) > before.Tie(first, null))
            {
                Add(other);
            }
        }

        return same.Count(other => !other.IsMade) > 1 ? ([], Announced) : (same, null);

        void Add(Filed other)
        {
            // What is no amendment begins an offering, so that no offering has two of them.
            if (!same.Contains(other) && !(other.Offering.HasOriginal && (!form.IsAmendment || same.Exists(one => one.Offering.HasOriginal))))
            {
                same.Add(other);
            }
        }
    }

    /// <summary>The announced rounds without a filing that the offering may be; of an offering that has rounds of its own, those that were known before them.</summary>
    private static List<FundingRound> Near(FiledOffering offering, List<Filed> same, List<FundingRound> rounds)
    {
        var superseded = rounds.Select(r => r.SupersedesId).OfType<Guid>().ToHashSet();
        return same.Exists(other => !other.IsMade) ? [] : rounds.FindAll(r => !HasFiling(r) && !superseded.Contains(r.Id) && offering.Filings.Any(filing => IsNear(r, filing))
            && r.Status is not (FundingStatus.Cancelled or FundingStatus.Rumored or FundingStatus.InTalks)
            && same.TrueForAll(other => r.CreatedAt <= other.Round.CreatedAt));
    }

    private static bool HasFiling(FundingRound round) => round.FiledSold is not null;

    private static bool IsNear(FundingRound round, FormD form)
    {
        var on = round.AnnouncedOn ?? round.ClosedOn;
        return (form.FirstSaleOn ?? form.SignedOn) is { } day && on is not null && on.Latest.DayNumber - on.Earliest.DayNumber < DaysOfMonth
            && on.Earliest <= day.AddDays(DaysAfter) && on.Latest >= day.AddDays(-DaysBefore);
    }

    /// <summary>A round that has filings.</summary>
    /// <param name="IsMade">Whether a filing made it.</param>
    private sealed record Filed(FundingRound Round, FiledOffering Offering, bool IsMade)
    {
        public bool Has(string? number) => Offering.Filings.Any(filing => filing.Number == number);

        /// <summary>What came from filings goes on with them; what was announced, or mended by somebody, stays.</summary>
        public HashSet<string> Following() => IsMade && Round.AnnouncedOn is null && Offering.Filings.Count > 0
            ? [.. FiledOffering.Following.Where(IsAsFiled)]
            : [];

        private bool IsAsFiled(string field)
        {
            var filing = Offering.Decides(field);
            return field switch
            {
                "status" => Round.Status == filing.Status,
                "amount" => Round.Amount?.Value == (filing.Sold > 0 ? filing.Sold : null) && Round.Amount is null or { Currency: "USD" },
                "reportedOn" => Round.ReportedOn?.Earliest == filing.SignedOn,
                _ => Round.Instrument == filing.Instrument,
            };
        }
    }
}
