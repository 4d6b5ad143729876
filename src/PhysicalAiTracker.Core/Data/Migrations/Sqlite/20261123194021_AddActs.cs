using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddActs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "By",
                table: "Tombstones",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "DisclosureId",
                table: "Tombstones",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "Act",
                table: "Disclosures",
                type: "TEXT",
                maxLength: 24,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tombstones_DisclosureId",
                table: "Tombstones",
                column: "DisclosureId");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Disclosures_Act_Word",
                table: "Disclosures",
                sql: "\"Act\" IN ('revert', 'merge', 'undo-merge', 'remove')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Disclosures_Source",
                table: "Disclosures",
                sql: "\"State\" <> 'accepted' OR (\"SourceId\" IS NULL) = (\"Act\" IS NOT NULL)");

            migrationBuilder.AddForeignKey(
                name: "FK_Tombstones_Disclosures_DisclosureId",
                table: "Tombstones",
                column: "DisclosureId",
                principalTable: "Disclosures",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Tombstones_Disclosures_DisclosureId",
                table: "Tombstones");

            migrationBuilder.DropIndex(
                name: "IX_Tombstones_DisclosureId",
                table: "Tombstones");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Disclosures_Act_Word",
                table: "Disclosures");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Disclosures_Source",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "By",
                table: "Tombstones");

            migrationBuilder.DropColumn(
                name: "DisclosureId",
                table: "Tombstones");

            migrationBuilder.DropColumn(
                name: "Act",
                table: "Disclosures");
        }
    }
}
