using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ExportTold : Migration
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

            migrationBuilder.AddCheckConstraint(
                name: "CK_Notifications_Kind_Word",
                table: "Notifications",
                sql: "\"Kind\" IN ('accepted', 'rejected', 'webhook-off', 'export-failed', 'export-works')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ActivityEntries_Kind_Word",
                table: "ActivityEntries",
                sql: "\"Kind\" IN ('sign-in', 'sign-in-failed', 'sign-out', 'lock', 'password-changed', 'role-changed', 'account-added', 'account-disabled', 'account-enabled', 'invitation-made', 'invitation-taken', 'second-factor-on', 'second-factor-off', 'session-ended', 'key-made', 'key-revoked', 'submitted', 'withdrawn', 'accepted', 'rejected', 'published', 'reverted', 'merged', 'merge-undone', 'removed', 'ruled', 'imported', 'text-added', 'invitation-withdrawn', 'webhook-added', 'webhook-disabled', 'webhook-enabled', 'webhook-deleted', 'export-failed', 'export-works')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Notifications_Kind_Word",
                table: "Notifications");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ActivityEntries_Kind_Word",
                table: "ActivityEntries");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Notifications_Kind_Word",
                table: "Notifications",
                sql: "\"Kind\" IN ('accepted', 'rejected', 'webhook-off')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ActivityEntries_Kind_Word",
                table: "ActivityEntries",
                sql: "\"Kind\" IN ('sign-in', 'sign-in-failed', 'sign-out', 'lock', 'password-changed', 'role-changed', 'account-added', 'account-disabled', 'account-enabled', 'invitation-made', 'invitation-taken', 'second-factor-on', 'second-factor-off', 'session-ended', 'key-made', 'key-revoked', 'submitted', 'withdrawn', 'accepted', 'rejected', 'published', 'reverted', 'merged', 'merge-undone', 'removed', 'ruled', 'imported', 'text-added', 'invitation-withdrawn', 'webhook-added', 'webhook-disabled', 'webhook-enabled', 'webhook-deleted')");
        }
    }
}
