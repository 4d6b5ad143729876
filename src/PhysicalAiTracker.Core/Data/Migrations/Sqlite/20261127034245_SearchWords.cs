using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SearchWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // On PostgreSQL alone: FTS5 has the words in order.
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
