using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FormD : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FiledFirstSaleOn",
                table: "FundingRounds",
                type: "TEXT",
                maxLength: 11,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "FiledIndefinite",
                table: "FundingRounds",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "FiledOffering_Currency",
                table: "FundingRounds",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FiledOffering_Minor",
                table: "FundingRounds",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FiledOffering_Qualifier",
                table: "FundingRounds",
                type: "TEXT",
                maxLength: 24,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FiledOffering_UsdMinor",
                table: "FundingRounds",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "FiledOffering_UsdRateOn",
                table: "FundingRounds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FiledRemaining_Currency",
                table: "FundingRounds",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FiledRemaining_Minor",
                table: "FundingRounds",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FiledRemaining_Qualifier",
                table: "FundingRounds",
                type: "TEXT",
                maxLength: 24,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FiledRemaining_UsdMinor",
                table: "FundingRounds",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "FiledRemaining_UsdRateOn",
                table: "FundingRounds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FiledRevenue",
                table: "FundingRounds",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FiledSold_Currency",
                table: "FundingRounds",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FiledSold_Minor",
                table: "FundingRounds",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FiledSold_Qualifier",
                table: "FundingRounds",
                type: "TEXT",
                maxLength: 24,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FiledSold_UsdMinor",
                table: "FundingRounds",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "FiledSold_UsdRateOn",
                table: "FundingRounds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "FiledYetToOccur",
                table: "FundingRounds",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddCheckConstraint(
                name: "CK_FundingRounds_FiledOffering_Qualifier_Word",
                table: "FundingRounds",
                sql: "\"FiledOffering_Qualifier\" IN ('exactly', 'about', 'more-than', 'at-least', 'less-than', 'at-most')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_FundingRounds_FiledRemaining_Qualifier_Word",
                table: "FundingRounds",
                sql: "\"FiledRemaining_Qualifier\" IN ('exactly', 'about', 'more-than', 'at-least', 'less-than', 'at-most')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_FundingRounds_FiledSold_Qualifier_Word",
                table: "FundingRounds",
                sql: "\"FiledSold_Qualifier\" IN ('exactly', 'about', 'more-than', 'at-least', 'less-than', 'at-most')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_FundingRounds_FiledOffering_Qualifier_Word",
                table: "FundingRounds");

            migrationBuilder.DropCheckConstraint(
                name: "CK_FundingRounds_FiledRemaining_Qualifier_Word",
                table: "FundingRounds");

            migrationBuilder.DropCheckConstraint(
                name: "CK_FundingRounds_FiledSold_Qualifier_Word",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "FiledFirstSaleOn",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "FiledIndefinite",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "FiledOffering_Currency",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "FiledOffering_Minor",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "FiledOffering_Qualifier",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "FiledOffering_UsdMinor",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "FiledOffering_UsdRateOn",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "FiledRemaining_Currency",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "FiledRemaining_Minor",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "FiledRemaining_Qualifier",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "FiledRemaining_UsdMinor",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "FiledRemaining_UsdRateOn",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "FiledRevenue",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "FiledSold_Currency",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "FiledSold_Minor",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "FiledSold_Qualifier",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "FiledSold_UsdMinor",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "FiledSold_UsdRateOn",
                table: "FundingRounds");

            migrationBuilder.DropColumn(
                name: "FiledYetToOccur",
                table: "FundingRounds");
        }
    }
}
