using Microsoft.EntityFrameworkCore;
using Npgsql;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>On the context's own connection: once prepared, a statement stays with the pooled connection and is found by its text.</summary>
internal sealed class PostgresReadyCommands : ReadyCommands
{
    internal override async ValueTask<ReadyRows> OpenAsync(TrackerDbContext db, IPlan plan, IReadOnlyList<object?> values, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        var command = (NpgsqlCommand)db.Database.GetDbConnection().CreateCommand();
        try
        {
            command.CommandText = plan.Text;
            foreach (var parameter in plan.Parameters)
            {
                var given = ((NpgsqlParameter)parameter.Made).Clone();
                given.Value = parameter.Slot is { } slot ? values[slot] : given.Value;
                command.Parameters.Add(given);
            }

            await command.PrepareAsync(cancellation);
            return new ReadyRows(await command.ExecuteReaderAsync(cancellation), EndAsync);
        }
        catch
        {
            await EndAsync();
            throw;
        }

        async ValueTask EndAsync()
        {
            await command.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }
}
