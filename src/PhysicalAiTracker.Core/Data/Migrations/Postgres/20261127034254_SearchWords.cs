using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SearchWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // As the vector: no part of the model, and the database itself keeps it in step. A row of it is no longer than a row of an index may be.
            migrationBuilder.Sql("""
                CREATE TABLE "SearchWords" (
                    "InTitle" boolean NOT NULL, "Word" text COLLATE "C" NOT NULL, "DocumentId" bigint NOT NULL);

                CREATE FUNCTION "SearchWordsOf"(title text, body text) RETURNS TABLE ("InTitle" boolean, "Word" text) LANGUAGE sql IMMUTABLE AS $$
                    SELECT bool_or(found."InTitle"), left(found."Word", 200)
                    FROM (SELECT true AS "InTitle", unnest(string_to_array(title, ' ')) AS "Word" UNION ALL SELECT false, unnest(string_to_array(body, ' '))) AS found
                    WHERE found."Word" <> ''
                    GROUP BY left(found."Word", 200)
                $$;

                CREATE FUNCTION "SearchWords_Inserted"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    INSERT INTO "SearchWords" ("InTitle", "Word", "DocumentId")
                    SELECT w."InTitle", w."Word", d."Id" FROM arrived AS d CROSS JOIN LATERAL "SearchWordsOf"(d."TitleKey", d."BodyKey") AS w;
                    RETURN NULL;
                END $$;

                CREATE FUNCTION "SearchWords_Deleted"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    DELETE FROM "SearchWords" AS t USING gone AS d CROSS JOIN LATERAL "SearchWordsOf"(d."TitleKey", d."BodyKey") AS w
                    WHERE t."InTitle" = w."InTitle" AND t."Word" = w."Word" COLLATE "C" AND t."DocumentId" = d."Id";
                    RETURN NULL;
                END $$;

                CREATE FUNCTION "SearchWords_Updated"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    DELETE FROM "SearchWords" AS t
                    USING gone AS d JOIN arrived AS a ON a."Id" = d."Id" CROSS JOIN LATERAL "SearchWordsOf"(d."TitleKey", d."BodyKey") AS w
                    WHERE (a."TitleKey", a."BodyKey") IS DISTINCT FROM (d."TitleKey", d."BodyKey")
                        AND t."InTitle" = w."InTitle" AND t."Word" = w."Word" COLLATE "C" AND t."DocumentId" = d."Id";
                    INSERT INTO "SearchWords" ("InTitle", "Word", "DocumentId")
                    SELECT w."InTitle", w."Word", a."Id"
                    FROM arrived AS a JOIN gone AS d ON d."Id" = a."Id" CROSS JOIN LATERAL "SearchWordsOf"(a."TitleKey", a."BodyKey") AS w
                    WHERE (a."TitleKey", a."BodyKey") IS DISTINCT FROM (d."TitleKey", d."BodyKey");
                    RETURN NULL;
                END $$;

                CREATE TRIGGER "SearchWords_Inserted" AFTER INSERT ON "SearchDocuments"
                    REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION "SearchWords_Inserted"();
                CREATE TRIGGER "SearchWords_Deleted" AFTER DELETE ON "SearchDocuments"
                    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "SearchWords_Deleted"();
                CREATE TRIGGER "SearchWords_Updated" AFTER UPDATE ON "SearchDocuments"
                    REFERENCING OLD TABLE AS gone NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION "SearchWords_Updated"();

                INSERT INTO "SearchWords" ("InTitle", "Word", "DocumentId")
                SELECT w."InTitle", w."Word", d."Id" FROM "SearchDocuments" AS d CROSS JOIN LATERAL "SearchWordsOf"(d."TitleKey", d."BodyKey") AS w;

                ALTER TABLE "SearchWords" ADD CONSTRAINT "PK_SearchWords" PRIMARY KEY ("InTitle", "Word", "DocumentId");

                ANALYZE "SearchWords";
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER "SearchWords_Inserted" ON "SearchDocuments";
                DROP TRIGGER "SearchWords_Deleted" ON "SearchDocuments";
                DROP TRIGGER "SearchWords_Updated" ON "SearchDocuments";
                DROP FUNCTION "SearchWords_Inserted"(), "SearchWords_Deleted"(), "SearchWords_Updated"(), "SearchWordsOf"(text, text);
                DROP TABLE "SearchWords";
                """);
        }
    }
}
