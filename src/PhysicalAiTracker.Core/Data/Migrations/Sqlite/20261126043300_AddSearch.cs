using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SearchDocuments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    TitleKey = table.Column<string>(type: "TEXT", nullable: false),
                    BodyKey = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchDocuments", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SearchDocuments_ItemId",
                table: "SearchDocuments",
                column: "ItemId",
                unique: true);

            // Scaffolding knows no virtual table. SQLite itself keeps the index in step with the documents it is of.
            migrationBuilder.Sql("""
                CREATE VIRTUAL TABLE "SearchWords" USING fts5(
                    "TitleKey", "BodyKey", content='SearchDocuments', content_rowid='Id', tokenize='unicode61 remove_diacritics 0', prefix='2 3');

                CREATE TRIGGER "SearchDocuments_Inserted" AFTER INSERT ON "SearchDocuments" BEGIN
                    INSERT INTO "SearchWords" (rowid, "TitleKey", "BodyKey") VALUES (new."Id", new."TitleKey", new."BodyKey");
                END;

                CREATE TRIGGER "SearchDocuments_Deleted" AFTER DELETE ON "SearchDocuments" BEGIN
                    INSERT INTO "SearchWords" ("SearchWords", rowid, "TitleKey", "BodyKey") VALUES ('delete', old."Id", old."TitleKey", old."BodyKey");
                END;

                CREATE TRIGGER "SearchDocuments_Updated" AFTER UPDATE ON "SearchDocuments" BEGIN
                    INSERT INTO "SearchWords" ("SearchWords", rowid, "TitleKey", "BodyKey") VALUES ('delete', old."Id", old."TitleKey", old."BodyKey");
                    INSERT INTO "SearchWords" (rowid, "TitleKey", "BodyKey") VALUES (new."Id", new."TitleKey", new."BodyKey");
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TABLE "SearchWords";""");

            migrationBuilder.DropTable(
                name: "SearchDocuments");
        }
    }
}
