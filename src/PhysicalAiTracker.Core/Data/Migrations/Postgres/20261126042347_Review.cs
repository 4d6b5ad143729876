using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Review : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Disclosures_AuthorId",
                table: "Disclosures");

            migrationBuilder.AddColumn<int>(
                name: "ChangeCount",
                table: "Disclosures",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "EditedBy",
                table: "Disclosures",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReviewedBy",
                table: "Disclosures",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SentWhole",
                table: "Disclosures",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "SourceTitle",
                table: "Disclosures",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SubmittedAt",
                table: "Disclosures",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ActivityEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    ActorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ActorKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SubjectKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    SubjectName = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Detail = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActivityEntries", x => x.Id);
                    table.CheckConstraint("CK_ActivityEntries_Kind_Word", "\"Kind\" IN ('sign-in', 'sign-in-failed', 'sign-out', 'lock', 'password-changed', 'role-changed', 'account-added', 'account-disabled', 'account-enabled', 'invitation-made', 'invitation-taken', 'second-factor-on', 'second-factor-off', 'session-ended', 'key-made', 'key-revoked', 'submitted', 'withdrawn', 'accepted', 'rejected', 'published', 'reverted', 'merged', 'merge-undone', 'removed', 'ruled', 'imported', 'text-added')");
                    table.ForeignKey(
                        name: "FK_ActivityEntries_AspNetUsers_ActorId",
                        column: x => x.ActorId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Notifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    DisclosureId = table.Column<Guid>(type: "uuid", nullable: true),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    By = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications", x => x.Id);
                    table.CheckConstraint("CK_Notifications_Kind_Word", "\"Kind\" IN ('accepted', 'rejected')");
                    table.ForeignKey(
                        name: "FK_Notifications_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Notifications_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    To = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ProtectedText = table.Column<string>(type: "character varying(65536)", maxLength: 65536, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    NotBefore = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReviewSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewSteps", x => x.Id);
                    table.CheckConstraint("CK_ReviewSteps_Kind_Word", "\"Kind\" IN ('submitted', 'withdrawn', 'edited', 'accepted', 'rejected', 'revised')");
                    table.ForeignKey(
                        name: "FK_ReviewSteps_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReviewSteps_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SubmittedEdits",
                columns: table => new
                {
                    DisclosureId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmittedEdits", x => new { x.DisclosureId, x.RecordId });
                    table.ForeignKey(
                        name: "FK_SubmittedEdits_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SubmittedEdits_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_AuthorId_UpdatedAt_Id",
                table: "Disclosures",
                columns: new[] { "AuthorId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_State_By_SubmittedAt",
                table: "Disclosures",
                columns: new[] { "State", "By", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_State_ChangeCount_Id",
                table: "Disclosures",
                columns: new[] { "State", "ChangeCount", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_State_SubmittedAt_Id",
                table: "Disclosures",
                columns: new[] { "State", "SubmittedAt", "Id" });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Disclosures_Submitted",
                table: "Disclosures",
                sql: "\"State\" <> 'submitted' OR \"SubmittedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ActivityEntries_ActorId",
                table: "ActivityEntries",
                column: "ActorId");

            migrationBuilder.CreateIndex(
                name: "IX_ActivityEntries_ActorKey_At_Id",
                table: "ActivityEntries",
                columns: new[] { "ActorKey", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ActivityEntries_At_Id",
                table: "ActivityEntries",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ActivityEntries_Kind_At_Id",
                table: "ActivityEntries",
                columns: new[] { "Kind", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_DisclosureId",
                table: "Notifications",
                column: "DisclosureId");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_UserId_At_Id",
                table: "Notifications",
                columns: new[] { "UserId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_UserId_ReadAt",
                table: "Notifications",
                columns: new[] { "UserId", "ReadAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_NotBefore_Id",
                table: "Outbox",
                columns: new[] { "NotBefore", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewSteps_DisclosureId_At_Id",
                table: "ReviewSteps",
                columns: new[] { "DisclosureId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewSteps_UserId",
                table: "ReviewSteps",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_SubmittedEdits_RecordId",
                table: "SubmittedEdits",
                column: "RecordId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ActivityEntries");

            migrationBuilder.DropTable(
                name: "Notifications");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "ReviewSteps");

            migrationBuilder.DropTable(
                name: "SubmittedEdits");

            migrationBuilder.DropIndex(
                name: "IX_Disclosures_AuthorId_UpdatedAt_Id",
                table: "Disclosures");

            migrationBuilder.DropIndex(
                name: "IX_Disclosures_State_By_SubmittedAt",
                table: "Disclosures");

            migrationBuilder.DropIndex(
                name: "IX_Disclosures_State_ChangeCount_Id",
                table: "Disclosures");

            migrationBuilder.DropIndex(
                name: "IX_Disclosures_State_SubmittedAt_Id",
                table: "Disclosures");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Disclosures_Submitted",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "ChangeCount",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "EditedBy",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "ReviewedBy",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "SentWhole",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "SourceTitle",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "SubmittedAt",
                table: "Disclosures");

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_AuthorId",
                table: "Disclosures",
                column: "AuthorId");
        }
    }
}
