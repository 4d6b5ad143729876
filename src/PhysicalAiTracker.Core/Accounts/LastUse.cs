using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Accounts;

/// <summary>Writes down that a session or a key is in use, at most once a minute, and never at the cost of the request.</summary>
internal static class LastUse
{
    /// <summary>How old the last note must be for the next.</summary>
    public static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    /// <summary>Longest wait for somebody who is writing, in seconds.</summary>
    private const int Patience = 1;

    /// <param name="write">Writes it; is given up when the database is busy, for the next request will do.</param>
    public static async Task NoteAsync(TrackerDbContext db, Func<Task<int>> write)
    {
        var usual = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(Patience);
        try
        {
            await write();
        }
        catch (DbException)
        {
            // Busy: what is read goes on being read.
        }
        finally
        {
            db.Database.SetCommandTimeout(usual);
        }
    }
}
