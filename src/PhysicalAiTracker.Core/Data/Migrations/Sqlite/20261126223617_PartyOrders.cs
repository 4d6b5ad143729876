using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PartyOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Assertions_OriginId",
                table: "Assertions");

            migrationBuilder.CreateIndex(
                name: "IX_Parties_CreatedAt_Id",
                table: "Parties",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Parties_NameKey_Id",
                table: "Parties",
                columns: new[] { "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Parties_Type_GradeKey_Id",
                table: "Parties",
                columns: new[] { "Type", "GradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Parties_Type_StaleGradeKey_Id",
                table: "Parties",
                columns: new[] { "Type", "StaleGradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Parties_UpdatedAt_Id",
                table: "Parties",
                columns: new[] { "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Assertions_OriginId",
                table: "Assertions",
                column: "OriginId",
                filter: "\"OriginId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Parties_CreatedAt_Id",
                table: "Parties");

            migrationBuilder.DropIndex(
                name: "IX_Parties_NameKey_Id",
                table: "Parties");

            migrationBuilder.DropIndex(
                name: "IX_Parties_Type_GradeKey_Id",
                table: "Parties");

            migrationBuilder.DropIndex(
                name: "IX_Parties_Type_StaleGradeKey_Id",
                table: "Parties");

            migrationBuilder.DropIndex(
                name: "IX_Parties_UpdatedAt_Id",
                table: "Parties");

            migrationBuilder.DropIndex(
                name: "IX_Assertions_OriginId",
                table: "Assertions");

            migrationBuilder.CreateIndex(
                name: "IX_Assertions_OriginId",
                table: "Assertions",
                column: "OriginId");
        }
    }
}
