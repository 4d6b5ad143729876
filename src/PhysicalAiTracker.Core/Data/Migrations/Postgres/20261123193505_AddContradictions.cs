using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddContradictions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Observations_Metric_Word",
                table: "Observations");

            migrationBuilder.CreateTable(
                name: "ContradictionRulings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ContradictionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Explanation = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    UpheldSide = table.Column<int>(type: "integer", nullable: true),
                    UpheldText = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    By = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContradictionRulings", x => x.Id);
                    table.CheckConstraint("CK_ContradictionRulings_Explanation_Word", "\"Explanation\" IN ('rounding', 'precision', 'currency', 'pre-post-money', 'superseded', 'different-scope', 'time-series', 'source-in-error')");
                    table.CheckConstraint("CK_ContradictionRulings_Kind_Word", "\"Kind\" IN ('explained', 'upheld', 'withdrawn')");
                });

            migrationBuilder.CreateTable(
                name: "Contradictions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    PartyId = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Topic = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    State = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Explanation = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    SeenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contradictions", x => x.Id);
                    table.CheckConstraint("CK_Contradictions_Explanation_Word", "\"Explanation\" IN ('rounding', 'precision', 'currency', 'pre-post-money', 'superseded', 'different-scope', 'time-series', 'source-in-error')");
                    table.CheckConstraint("CK_Contradictions_Kind_Word", "\"Kind\" IN ('field', 'claims', 'measurements', 'rounds')");
                    table.CheckConstraint("CK_Contradictions_State_Word", "\"State\" IN ('open', 'explained', 'resolved')");
                    table.ForeignKey(
                        name: "FK_Contradictions_Parties_PartyId",
                        column: x => x.PartyId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Contradictions_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ContradictionComparisons",
                columns: table => new
                {
                    ContradictionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Left = table.Column<int>(type: "integer", nullable: false),
                    Right = table.Column<int>(type: "integer", nullable: false),
                    Explanation = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContradictionComparisons", x => new { x.ContradictionId, x.Left, x.Right });
                    table.CheckConstraint("CK_ContradictionComparisons_Explanation_Word", "\"Explanation\" IN ('rounding', 'precision', 'currency', 'pre-post-money', 'superseded', 'different-scope', 'time-series', 'source-in-error')");
                    table.ForeignKey(
                        name: "FK_ContradictionComparisons_Contradictions_ContradictionId",
                        column: x => x.ContradictionId,
                        principalTable: "Contradictions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ContradictionSides",
                columns: table => new
                {
                    ContradictionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Field = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "text", nullable: false),
                    Label = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Denied = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContradictionSides", x => new { x.ContradictionId, x.Number });
                    table.CheckConstraint("CK_ContradictionSides_Kind_Word", "\"Kind\" IN ('party', 'funding-round', 'deal', 'affiliation', 'claim', 'observation', 'milestone', 'question')");
                    table.ForeignKey(
                        name: "FK_ContradictionSides_Contradictions_ContradictionId",
                        column: x => x.ContradictionId,
                        principalTable: "Contradictions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ContradictionStatements",
                columns: table => new
                {
                    ContradictionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Side = table.Column<int>(type: "integer", nullable: false),
                    AssertionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Field = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContradictionStatements", x => new { x.ContradictionId, x.Side, x.AssertionId, x.Field });
                    table.ForeignKey(
                        name: "FK_ContradictionStatements_Assertions_AssertionId",
                        column: x => x.AssertionId,
                        principalTable: "Assertions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ContradictionStatements_Contradictions_ContradictionId",
                        column: x => x.ContradictionId,
                        principalTable: "Contradictions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Observations_Metric_Word",
                table: "Observations",
                sql: "\"Metric\" IN ('headcount', 'office', 'market-size', 'spend', 'revenue', 'income-share', 'total-raised')");

            migrationBuilder.CreateIndex(
                name: "IX_ContradictionComparisons_Explanation",
                table: "ContradictionComparisons",
                column: "Explanation");

            migrationBuilder.CreateIndex(
                name: "IX_ContradictionRulings_ContradictionId_Number",
                table: "ContradictionRulings",
                columns: new[] { "ContradictionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContradictionStatements_AssertionId",
                table: "ContradictionStatements",
                column: "AssertionId");

            migrationBuilder.CreateIndex(
                name: "IX_ContradictionStatements_RecordId_Field",
                table: "ContradictionStatements",
                columns: new[] { "RecordId", "Field" });

            migrationBuilder.CreateIndex(
                name: "IX_Contradictions_Field_Id",
                table: "Contradictions",
                columns: new[] { "Field", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contradictions_Kind_Id",
                table: "Contradictions",
                columns: new[] { "Kind", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contradictions_OwnerId",
                table: "Contradictions",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Contradictions_PartyId",
                table: "Contradictions",
                column: "PartyId");

            migrationBuilder.CreateIndex(
                name: "IX_Contradictions_RecordId",
                table: "Contradictions",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_Contradictions_SeenOn_Id",
                table: "Contradictions",
                columns: new[] { "SeenOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contradictions_State_Id",
                table: "Contradictions",
                columns: new[] { "State", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ContradictionComparisons");

            migrationBuilder.DropTable(
                name: "ContradictionRulings");

            migrationBuilder.DropTable(
                name: "ContradictionSides");

            migrationBuilder.DropTable(
                name: "ContradictionStatements");

            migrationBuilder.DropTable(
                name: "Contradictions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Observations_Metric_Word",
                table: "Observations");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Observations_Metric_Word",
                table: "Observations",
                sql: "\"Metric\" IN ('headcount', 'office', 'market-size', 'spend', 'revenue', 'income-share')");
        }
    }
}
