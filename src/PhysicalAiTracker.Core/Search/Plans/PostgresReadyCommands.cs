using Microsoft.EntityFrameworkCore;
using Npgsql;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>On the context's own connection: once prepared, a statement stays with the pooled connection and is found by its text.</summary>
internal sealed class PostgresReadyCommands : ReadyCommands
{
    internal override async ValueTask<ReadyCommand> RentAsync(TrackerDbContext db, IPlan plan, IReadOnlyList<object?> values, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        var command = (NpgsqlCommand)db.Database.GetDbConnection().CreateCommand();
        command.CommandText = plan.Text;
        foreach (var parameter in plan.Parameters)
        {
            command.Parameters.Add(((NpgsqlParameter)parameter.Made).Clone());
        }

        Fill(command, plan, values);
        await command.PrepareAsync(cancellation);
        return new ReadyCommand(command, async () =>
        {
            await command.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        });
    }
}
