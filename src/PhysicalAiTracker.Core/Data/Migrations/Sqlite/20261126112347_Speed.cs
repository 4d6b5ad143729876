using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Speed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_FundingRounds_AmountUsdMinor_Id",
                table: "FundingRounds");

            migrationBuilder.DropIndex(
                name: "IX_FundingRounds_AnnouncedFrom_Id",
                table: "FundingRounds");

            migrationBuilder.AddColumn<int>(
                name: "AnnouncedYear",
                table: "FundingRounds",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.Sql("""UPDATE "FundingRounds" SET "AnnouncedYear" = CAST(substr("AnnouncedFrom", 1, 4) AS INTEGER) WHERE "AnnouncedFrom" IS NOT NULL;""");

            migrationBuilder.CreateIndex(
                name: "IX_FundingRounds_AmountUsdMinor_Id_AnnouncedFrom_AnnouncedTo_Stage_Status_Instrument_AnnouncedYear",
                table: "FundingRounds",
                columns: new[] { "AmountUsdMinor", "Id", "AnnouncedFrom", "AnnouncedTo", "Stage", "Status", "Instrument", "AnnouncedYear" });

            migrationBuilder.CreateIndex(
                name: "IX_FundingRounds_AnnouncedFrom_Id_AnnouncedTo_AmountUsdMinor_Stage_Status_Instrument_AnnouncedYear",
                table: "FundingRounds",
                columns: new[] { "AnnouncedFrom", "Id", "AnnouncedTo", "AmountUsdMinor", "Stage", "Status", "Instrument", "AnnouncedYear" });

            migrationBuilder.CreateIndex(
                name: "IX_FundingRounds_AnnouncedYear",
                table: "FundingRounds",
                column: "AnnouncedYear");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_FundingRounds_AmountUsdMinor_Id_AnnouncedFrom_AnnouncedTo_Stage_Status_Instrument_AnnouncedYear",
                table: "FundingRounds");

            migrationBuilder.DropIndex(
                name: "IX_FundingRounds_AnnouncedFrom_Id_AnnouncedTo_AmountUsdMinor_Stage_Status_Instrument_AnnouncedYear",
                table: "FundingRounds");

            migrationBuilder.DropIndex(
                name: "IX_FundingRounds_AnnouncedYear",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "AnnouncedYear",
                table: "FundingRounds");

            migrationBuilder.CreateIndex(
                name: "IX_FundingRounds_AmountUsdMinor_Id",
                table: "FundingRounds",
                columns: new[] { "AmountUsdMinor", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FundingRounds_AnnouncedFrom_Id",
                table: "FundingRounds",
                columns: new[] { "AnnouncedFrom", "Id" });
        }
    }
}
