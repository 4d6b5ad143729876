using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LedgerFinished : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Snapshots_SourceId_Sha256",
                table: "Snapshots");

            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "Contradictions",
                type: "TEXT",
                maxLength: 2500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "FormerSources",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerSources", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormerSources_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Snapshots_SourceId_CapturedAt",
                table: "Snapshots",
                columns: new[] { "SourceId", "CapturedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_FormerSources_SourceId_Until",
                table: "FormerSources",
                columns: new[] { "SourceId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_FormerSources_Until",
                table: "FormerSources",
                column: "Until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FormerSources");

            migrationBuilder.DropIndex(
                name: "IX_Snapshots_SourceId_CapturedAt",
                table: "Snapshots");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "Contradictions");

            migrationBuilder.CreateIndex(
                name: "IX_Snapshots_SourceId_Sha256",
                table: "Snapshots",
                columns: new[] { "SourceId", "Sha256" },
                unique: true);
        }
    }
}
