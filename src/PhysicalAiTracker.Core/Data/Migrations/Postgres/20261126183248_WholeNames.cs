using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WholeNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_PartyNames_Whole",
                table: "PartyNames",
                columns: new[] { "Key", "PartyId" },
                filter: "\"Whole\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_PartyNames_Whole",
                table: "PartyNames");
        }
    }
}
