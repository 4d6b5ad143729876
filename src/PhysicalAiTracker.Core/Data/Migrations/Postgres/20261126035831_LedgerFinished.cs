using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Postgres
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

            migrationBuilder.AlterColumn<string>(
                name: "Publisher",
                table: "Sources",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(200)",
                oldMaxLength: 200,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Name",
                table: "PartySectors",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(60)",
                oldMaxLength: 60);

            migrationBuilder.AlterColumn<string>(
                name: "Field",
                table: "Contradictions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(40)",
                oldMaxLength: 40);

            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "Contradictions",
                type: "character varying(2500)",
                maxLength: 2500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "FormerSources",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false)
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

            migrationBuilder.AlterColumn<string>(
                name: "Publisher",
                table: "Sources",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(200)",
                oldMaxLength: 200,
                oldNullable: true,
                oldCollation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "Name",
                table: "PartySectors",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(60)",
                oldMaxLength: 60,
                oldCollation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "Field",
                table: "Contradictions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(40)",
                oldMaxLength: 40,
                oldCollation: "C");

            migrationBuilder.CreateIndex(
                name: "IX_Snapshots_SourceId_Sha256",
                table: "Snapshots",
                columns: new[] { "SourceId", "Sha256" },
                unique: true);
        }
    }
}
