using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WritesAreSeen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // See PostgresLease: whoever writes waits for the lease, if it is held, and keeps it from being taken until the end of the transaction. A migration that adds a
            // table calls the function anew; without it the lease is not taken (and a test fails).
            migrationBuilder.Sql("""
                CREATE FUNCTION "WritesAreSeen"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    PERFORM pg_advisory_xact_lock_shared(1346456916, 1);
                    RETURN NULL;
                END $$;

                CREATE FUNCTION "SeeWritesToEachTable"() RETURNS void LANGUAGE plpgsql AS $$
                DECLARE unseen regclass;
                BEGIN
                    FOR unseen IN
                        SELECT t.oid FROM pg_class AS t WHERE t.relkind IN ('r', 'p') AND t.relnamespace = current_schema()::regnamespace
                            AND NOT EXISTS (SELECT FROM pg_trigger AS w WHERE w.tgrelid = t.oid AND w.tgname = 'WritesAreSeen')
                    LOOP
                        EXECUTE format('CREATE TRIGGER "WritesAreSeen" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION "WritesAreSeen"()', unseen);
                        -- Also where a program writes as a replica does, past other triggers.
                        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER "WritesAreSeen"', unseen);
                    END LOOP;
                END $$;

                SELECT "SeeWritesToEachTable"();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP FUNCTION "WritesAreSeen"() CASCADE;
                DROP FUNCTION "SeeWritesToEachTable"();
                """);
        }
    }
}
