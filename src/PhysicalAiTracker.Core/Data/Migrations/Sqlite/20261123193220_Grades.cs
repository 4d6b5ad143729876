using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Grades : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "GradeKey",
                table: "Questions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StaleFrom",
                table: "Questions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StaleGradeKey",
                table: "Questions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "GradeKey",
                table: "Parties",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StaleFrom",
                table: "Parties",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StaleGradeKey",
                table: "Parties",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "GradeKey",
                table: "Observations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StaleFrom",
                table: "Observations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StaleGradeKey",
                table: "Observations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "GradeKey",
                table: "Milestones",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StaleFrom",
                table: "Milestones",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StaleGradeKey",
                table: "Milestones",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "GradeKey",
                table: "FundingRounds",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StaleFrom",
                table: "FundingRounds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StaleGradeKey",
                table: "FundingRounds",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "GradeKey",
                table: "Deals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StaleFrom",
                table: "Deals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StaleGradeKey",
                table: "Deals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "GradeKey",
                table: "ArchitectureClaims",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StaleFrom",
                table: "ArchitectureClaims",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StaleGradeKey",
                table: "ArchitectureClaims",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "GradeKey",
                table: "Affiliations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StaleFrom",
                table: "Affiliations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StaleGradeKey",
                table: "Affiliations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Grades",
                columns: table => new
                {
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Fresh = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Stale = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    StaleFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EvidenceOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Trace = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Grades", x => new { x.RecordId, x.Field });
                    table.CheckConstraint("CK_Grades_Fresh_Word", "\"Fresh\" IN ('confirmed', 'well-supported', 'reported', 'single-source', 'contested', 'unsupported')");
                    table.CheckConstraint("CK_Grades_Stale_Word", "\"Stale\" IN ('confirmed', 'well-supported', 'reported', 'single-source', 'contested', 'unsupported')");
                    table.ForeignKey(
                        name: "FK_Grades_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_GradeKey_Id",
                table: "Questions",
                columns: new[] { "GradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_StaleGradeKey_Id",
                table: "Questions",
                columns: new[] { "StaleGradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Parties_GradeKey_Id",
                table: "Parties",
                columns: new[] { "GradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Parties_StaleGradeKey_Id",
                table: "Parties",
                columns: new[] { "StaleGradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Observations_GradeKey_Id",
                table: "Observations",
                columns: new[] { "GradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Observations_StaleGradeKey_Id",
                table: "Observations",
                columns: new[] { "StaleGradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_GradeKey_Id",
                table: "Milestones",
                columns: new[] { "GradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_StaleGradeKey_Id",
                table: "Milestones",
                columns: new[] { "StaleGradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FundingRounds_GradeKey_Id",
                table: "FundingRounds",
                columns: new[] { "GradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FundingRounds_StaleGradeKey_Id",
                table: "FundingRounds",
                columns: new[] { "StaleGradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Deals_GradeKey_Id",
                table: "Deals",
                columns: new[] { "GradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Deals_StaleGradeKey_Id",
                table: "Deals",
                columns: new[] { "StaleGradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ArchitectureClaims_GradeKey_Id",
                table: "ArchitectureClaims",
                columns: new[] { "GradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ArchitectureClaims_StaleGradeKey_Id",
                table: "ArchitectureClaims",
                columns: new[] { "StaleGradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Affiliations_GradeKey_Id",
                table: "Affiliations",
                columns: new[] { "GradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Affiliations_StaleGradeKey_Id",
                table: "Affiliations",
                columns: new[] { "StaleGradeKey", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Grades");

            migrationBuilder.DropIndex(
                name: "IX_Questions_GradeKey_Id",
                table: "Questions");

            migrationBuilder.DropIndex(
                name: "IX_Questions_StaleGradeKey_Id",
                table: "Questions");

            migrationBuilder.DropIndex(
                name: "IX_Parties_GradeKey_Id",
                table: "Parties");

            migrationBuilder.DropIndex(
                name: "IX_Parties_StaleGradeKey_Id",
                table: "Parties");

            migrationBuilder.DropIndex(
                name: "IX_Observations_GradeKey_Id",
                table: "Observations");

            migrationBuilder.DropIndex(
                name: "IX_Observations_StaleGradeKey_Id",
                table: "Observations");

            migrationBuilder.DropIndex(
                name: "IX_Milestones_GradeKey_Id",
                table: "Milestones");

            migrationBuilder.DropIndex(
                name: "IX_Milestones_StaleGradeKey_Id",
                table: "Milestones");

            migrationBuilder.DropIndex(
                name: "IX_FundingRounds_GradeKey_Id",
                table: "FundingRounds");

            migrationBuilder.DropIndex(
                name: "IX_FundingRounds_StaleGradeKey_Id",
                table: "FundingRounds");

            migrationBuilder.DropIndex(
                name: "IX_Deals_GradeKey_Id",
                table: "Deals");

            migrationBuilder.DropIndex(
                name: "IX_Deals_StaleGradeKey_Id",
                table: "Deals");

            migrationBuilder.DropIndex(
                name: "IX_ArchitectureClaims_GradeKey_Id",
                table: "ArchitectureClaims");

            migrationBuilder.DropIndex(
                name: "IX_ArchitectureClaims_StaleGradeKey_Id",
                table: "ArchitectureClaims");

            migrationBuilder.DropIndex(
                name: "IX_Affiliations_GradeKey_Id",
                table: "Affiliations");

            migrationBuilder.DropIndex(
                name: "IX_Affiliations_StaleGradeKey_Id",
                table: "Affiliations");

            migrationBuilder.DropColumn(
                name: "GradeKey",
                table: "Questions");

            migrationBuilder.DropColumn(
                name: "StaleFrom",
                table: "Questions");

            migrationBuilder.DropColumn(
                name: "StaleGradeKey",
                table: "Questions");

            migrationBuilder.DropColumn(
                name: "GradeKey",
                table: "Parties");

            migrationBuilder.DropColumn(
                name: "StaleFrom",
                table: "Parties");

            migrationBuilder.DropColumn(
                name: "StaleGradeKey",
                table: "Parties");

            migrationBuilder.DropColumn(
                name: "GradeKey",
                table: "Observations");

            migrationBuilder.DropColumn(
                name: "StaleFrom",
                table: "Observations");

            migrationBuilder.DropColumn(
                name: "StaleGradeKey",
                table: "Observations");

            migrationBuilder.DropColumn(
                name: "GradeKey",
                table: "Milestones");

            migrationBuilder.DropColumn(
                name: "StaleFrom",
                table: "Milestones");

            migrationBuilder.DropColumn(
                name: "StaleGradeKey",
                table: "Milestones");

            migrationBuilder.DropColumn(
                name: "GradeKey",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "StaleFrom",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "StaleGradeKey",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "GradeKey",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "StaleFrom",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "StaleGradeKey",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "GradeKey",
                table: "ArchitectureClaims");

            migrationBuilder.DropColumn(
                name: "StaleFrom",
                table: "ArchitectureClaims");

            migrationBuilder.DropColumn(
                name: "StaleGradeKey",
                table: "ArchitectureClaims");

            migrationBuilder.DropColumn(
                name: "GradeKey",
                table: "Affiliations");

            migrationBuilder.DropColumn(
                name: "StaleFrom",
                table: "Affiliations");

            migrationBuilder.DropColumn(
                name: "StaleGradeKey",
                table: "Affiliations");
        }
    }
}
