using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PassageLocators : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<int>(
                name: "Start",
                table: "Passages",
                type: "integer",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "integer");

            migrationBuilder.AlterColumn<Guid>(
                name: "SnapshotId",
                table: "Passages",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AlterColumn<int>(
                name: "End",
                table: "Passages",
                type: "integer",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "integer");

            migrationBuilder.AddColumn<string>(
                name: "Locator",
                table: "Passages",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SourceId",
                table: "Passages",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "Passages",
                type: "character varying(24)",
                maxLength: 24,
                nullable: false,
                defaultValue: "intact");

            // Until now every passage was quoted from a snapshot.
            migrationBuilder.Sql("UPDATE \"Passages\" SET \"SourceId\" = (SELECT s.\"SourceId\" FROM \"Snapshots\" AS s WHERE s.\"Id\" = \"Passages\".\"SnapshotId\")");

            migrationBuilder.CreateIndex(
                name: "IX_Passages_SourceId_State",
                table: "Passages",
                columns: new[] { "SourceId", "State" });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Passages_Captured",
                table: "Passages",
                sql: "(\"State\" = 'not-captured' AND \"Locator\" IS NOT NULL AND \"SnapshotId\" IS NULL AND \"Start\" IS NULL AND \"End\" IS NULL) OR (\"State\" <> 'not-captured' AND \"Locator\" IS NULL AND \"SnapshotId\" IS NOT NULL AND \"Start\" IS NOT NULL AND \"End\" IS NOT NULL)");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Passages_State_Word",
                table: "Passages",
                sql: "\"State\" IN ('intact', 'ambiguous', 'missing', 'not-captured')");

            migrationBuilder.AddForeignKey(
                name: "FK_Passages_Sources_SourceId",
                table: "Passages",
                column: "SourceId",
                principalTable: "Sources",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Passages_Sources_SourceId",
                table: "Passages");

            migrationBuilder.DropIndex(
                name: "IX_Passages_SourceId_State",
                table: "Passages");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Passages_Captured",
                table: "Passages");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Passages_State_Word",
                table: "Passages");

            migrationBuilder.DropColumn(
                name: "Locator",
                table: "Passages");

            migrationBuilder.DropColumn(
                name: "SourceId",
                table: "Passages");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Passages");

            migrationBuilder.AlterColumn<int>(
                name: "Start",
                table: "Passages",
                type: "integer",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "integer",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "SnapshotId",
                table: "Passages",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<int>(
                name: "End",
                table: "Passages",
                type: "integer",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "integer",
                oldNullable: true);
        }
    }
}
