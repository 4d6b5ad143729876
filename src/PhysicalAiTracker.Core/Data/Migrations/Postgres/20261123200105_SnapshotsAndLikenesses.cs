using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SnapshotsAndLikenesses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "By",
                table: "Snapshots",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PassageAnchors",
                columns: table => new
                {
                    PassageId = table.Column<Guid>(type: "uuid", nullable: false),
                    SnapshotId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Start = table.Column<int>(type: "integer", nullable: true),
                    End = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PassageAnchors", x => new { x.PassageId, x.SnapshotId });
                    table.CheckConstraint("CK_PassageAnchors_Span", "(\"State\" = 'intact' AND \"Start\" >= 0 AND \"End\" > \"Start\" AND \"Start\" IS NOT NULL AND \"End\" IS NOT NULL) OR (\"State\" IN ('ambiguous', 'missing') AND \"Start\" IS NULL AND \"End\" IS NULL)");
                    table.CheckConstraint("CK_PassageAnchors_State_Word", "\"State\" IN ('intact', 'ambiguous', 'missing', 'not-captured')");
                    table.ForeignKey(
                        name: "FK_PassageAnchors_Passages_PassageId",
                        column: x => x.PassageId,
                        principalTable: "Passages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PassageAnchors_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SnapshotHashes",
                columns: table => new
                {
                    SnapshotId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SnapshotHashes", x => new { x.SnapshotId, x.Hash });
                    table.ForeignKey(
                        name: "FK_SnapshotHashes_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SourceLikenesses",
                columns: table => new
                {
                    FirstId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecondId = table.Column<Guid>(type: "uuid", nullable: false),
                    Jaccard = table.Column<double>(type: "double precision", nullable: false),
                    Containment = table.Column<double>(type: "double precision", nullable: false),
                    State = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    By = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourceLikenesses", x => new { x.FirstId, x.SecondId });
                    table.CheckConstraint("CK_SourceLikenesses_Judged", "(\"State\" = 'suggested') = (\"By\" IS NULL) AND (\"State\" = 'suggested') = (\"At\" IS NULL)");
                    table.CheckConstraint("CK_SourceLikenesses_Pair", "\"FirstId\" <> \"SecondId\"");
                    table.CheckConstraint("CK_SourceLikenesses_State_Word", "\"State\" IN ('suggested', 'confirmed', 'refused')");
                    table.ForeignKey(
                        name: "FK_SourceLikenesses_Sources_FirstId",
                        column: x => x.FirstId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SourceLikenesses_Sources_SecondId",
                        column: x => x.SecondId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PassageAnchors_SnapshotId",
                table: "PassageAnchors",
                column: "SnapshotId");

            migrationBuilder.CreateIndex(
                name: "IX_SnapshotHashes_Hash_SnapshotId",
                table: "SnapshotHashes",
                columns: new[] { "Hash", "SnapshotId" });

            migrationBuilder.CreateIndex(
                name: "IX_SourceLikenesses_SecondId",
                table: "SourceLikenesses",
                column: "SecondId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PassageAnchors");

            migrationBuilder.DropTable(
                name: "SnapshotHashes");

            migrationBuilder.DropTable(
                name: "SourceLikenesses");

            migrationBuilder.DropColumn(
                name: "By",
                table: "Snapshots");
        }
    }
}
