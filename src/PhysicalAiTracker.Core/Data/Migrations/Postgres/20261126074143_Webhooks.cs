using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Webhooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Notifications_Kind_Word",
                table: "Notifications");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ActivityEntries_Kind_Word",
                table: "ActivityEntries");

            migrationBuilder.CreateTable(
                name: "Webhooks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    ProtectedSecret = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    By = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DisabledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DisabledReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Webhooks", x => x.Id);
                    table.CheckConstraint("CK_Webhooks_Disabled", "(\"DisabledAt\" IS NULL) = (\"DisabledReason\" IS NULL)");
                });

            migrationBuilder.CreateTable(
                name: "WebhookDeliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WebhookId = table.Column<Guid>(type: "uuid", nullable: false),
                    Event = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    NotBefore = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Delivered = table.Column<bool>(type: "boolean", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookDeliveries", x => x.Id);
                    table.CheckConstraint("CK_WebhookDeliveries_Done", "(\"NotBefore\" IS NULL) = (\"DoneAt\" IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_WebhookDeliveries_Webhooks_WebhookId",
                        column: x => x.WebhookId,
                        principalTable: "Webhooks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Notifications_Kind_Word",
                table: "Notifications",
                sql: "\"Kind\" IN ('accepted', 'rejected', 'webhook-off')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ActivityEntries_Kind_Word",
                table: "ActivityEntries",
                sql: "\"Kind\" IN ('sign-in', 'sign-in-failed', 'sign-out', 'lock', 'password-changed', 'role-changed', 'account-added', 'account-disabled', 'account-enabled', 'invitation-made', 'invitation-taken', 'second-factor-on', 'second-factor-off', 'session-ended', 'key-made', 'key-revoked', 'submitted', 'withdrawn', 'accepted', 'rejected', 'published', 'reverted', 'merged', 'merge-undone', 'removed', 'ruled', 'imported', 'text-added', 'invitation-withdrawn', 'webhook-added', 'webhook-disabled', 'webhook-enabled', 'webhook-deleted')");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_DoneAt",
                table: "WebhookDeliveries",
                column: "DoneAt");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_NotBefore_Id",
                table: "WebhookDeliveries",
                columns: new[] { "NotBefore", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_WebhookId_CreatedAt_Id",
                table: "WebhookDeliveries",
                columns: new[] { "WebhookId", "CreatedAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "WebhookDeliveries");

            migrationBuilder.DropTable(
                name: "Webhooks");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Notifications_Kind_Word",
                table: "Notifications");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ActivityEntries_Kind_Word",
                table: "ActivityEntries");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Notifications_Kind_Word",
                table: "Notifications",
                sql: "\"Kind\" IN ('accepted', 'rejected')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ActivityEntries_Kind_Word",
                table: "ActivityEntries",
                sql: "\"Kind\" IN ('sign-in', 'sign-in-failed', 'sign-out', 'lock', 'password-changed', 'role-changed', 'account-added', 'account-disabled', 'account-enabled', 'invitation-made', 'invitation-taken', 'second-factor-on', 'second-factor-off', 'session-ended', 'key-made', 'key-revoked', 'submitted', 'withdrawn', 'accepted', 'rejected', 'published', 'reverted', 'merged', 'merge-undone', 'removed', 'ruled', 'imported', 'text-added', 'invitation-withdrawn')");
        }
    }
}
