using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WritesAreSeen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // On PostgreSQL alone: SQLite tells of each commit by itself.
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
