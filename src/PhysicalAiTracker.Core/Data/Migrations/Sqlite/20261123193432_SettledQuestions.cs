using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SettledQuestions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "SettledByAssertionId",
                table: "Questions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Questions_SettledByAssertionId",
                table: "Questions",
                column: "SettledByAssertionId");

            migrationBuilder.AddForeignKey(
                name: "FK_Questions_Assertions_SettledByAssertionId",
                table: "Questions",
                column: "SettledByAssertionId",
                principalTable: "Assertions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Questions_Assertions_SettledByAssertionId",
                table: "Questions");

            migrationBuilder.DropIndex(
                name: "IX_Questions_SettledByAssertionId",
                table: "Questions");

            migrationBuilder.DropColumn(
                name: "SettledByAssertionId",
                table: "Questions");
        }
    }
}
