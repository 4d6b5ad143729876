namespace PhysicalAiTracker.Core.Data;

/// <summary>
/// Rows that a disclosure adds. The many of an import are tracked only where rows that were there before change too: otherwise nobody
/// looks at them again until they are written, and to track them takes longer than that.
/// </summary>
internal sealed class AddedRows(TrackerDbContext db, bool isImport)
{
    private readonly List<object> _waiting = [];

    /// <param name="row">With its parts, of which none is tracked.</param>
    public void Add(object row)
    {
        if (isImport)
        {
            _waiting.Add(row);
        }
        else
        {
            db.Add(row);
        }
    }

    /// <summary>Saves them and all else that the context holds.</summary>
    /// <returns>The rows, where they were written at once and the context forgot all; empty where it saved them.</returns>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateException">The database refuses a row.</exception>
    public async Task<IReadOnlyList<object>> SaveAsync(CancellationToken cancellation)
    {
        if (isImport && await NewRows.TryWriteAllAsync(db, _waiting, cancellation))
        {
            return _waiting;
        }

        db.AddRange(_waiting);
        await db.SaveChangesAsync(cancellation);
        return [];
    }
}
