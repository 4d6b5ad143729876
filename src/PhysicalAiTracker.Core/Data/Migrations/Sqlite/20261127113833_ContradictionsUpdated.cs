using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ContradictionsUpdated : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "UpdatedAt",
                table: "Contradictions",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.Sql("""
                UPDATE "Contradictions" SET "UpdatedAt" = COALESCE((SELECT MAX(known."At") FROM (
                    SELECT a."CreatedAt" AS "At" FROM "ContradictionStatements" s JOIN "Assertions" a ON a."Id" = s."AssertionId" WHERE s."ContradictionId" = "Contradictions"."Id"
                    UNION ALL SELECT r."At" FROM "ContradictionRulings" r WHERE r."ContradictionId" = "Contradictions"."Id") known), "UpdatedAt");
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Contradictions_UpdatedAt_Id",
                table: "Contradictions",
                columns: new[] { "UpdatedAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Contradictions_UpdatedAt_Id",
                table: "Contradictions");

            migrationBuilder.DropColumn(
                name: "UpdatedAt",
                table: "Contradictions");
        }
    }
}
