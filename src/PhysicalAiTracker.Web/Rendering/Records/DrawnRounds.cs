using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Web.AsOf;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Hosting.Cache;

namespace PhysicalAiTracker.Web.Rendering.Records;

/// <summary>
/// Rows of the list of rounds as they were drawn before, until something is committed: under whatever filter and in whatever order a round is listed, its row is the
/// same (docs/decisions/0060).
/// </summary>
public sealed class DrawnRounds
{
    /// <summary>Bytes of memory that a row takes beside its own.</summary>
    private const int Overhead = 150;

    private readonly StateShelf<Shelf<Guid, byte[]>> _shelves;
    private readonly TimeProvider _time;
    private readonly bool _isOn;

    public DrawnRounds(CommitWatch commits, TimeProvider time, TrackerSettings settings)
    {
        var capacity = settings.Cache.RowBytes;
        _isOn = capacity > 0;
        _time = time;
        _shelves = new(commits, () => new(capacity, (_, row) => row.Length + Overhead));
    }

    /// <summary>For one page; null where it is of an earlier day, or nothing is kept.</summary>
    internal async ValueTask<DrawnPage?> OfAsync(HttpContext page) =>
        _isOn && page.Features.Get<AsOfView>() is not { Day: not null } && await _shelves.NowAsync(DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime)) is { } shelf
            ? new DrawnPage(shelf) : null;
}

/// <summary>The rows of one page that were drawn before, and the place where those go that it draws.</summary>
public sealed class DrawnPage
{
    private readonly Shelf<Guid, byte[]> _shelf;
    private readonly Dictionary<Guid, byte[]> _found = [];

    internal DrawnPage(Shelf<Guid, byte[]> shelf) => _shelf = shelf;

    /// <summary>Takes those rows of the rounds that are there; they stay the page's, whatever the shelf lets go of.</summary>
    /// <returns>Whether all are.</returns>
    public bool Take(IEnumerable<Guid> rounds)
    {
        var all = true;
        foreach (var round in rounds)
        {
            if (_shelf.Find(round) is { } row)
            {
                _found[round] = row;
            }
            else
            {
                all = false;
            }
        }

        return all;
    }

    public bool Has(Guid round) => _found.ContainsKey(round);

    /// <summary>The row in UTF-8; null where the page has to draw it.</summary>
    internal byte[]? Find(Guid round) => _found.GetValueOrDefault(round);

    internal void Keep(Guid round, byte[] row) => _shelf.Add(round, row);
}
