using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PhysicalAiTracker.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Disabled = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true),
                    PhoneNumber = table.Column<string>(type: "text", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

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
                name: "Records",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    ImportKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Records", x => x.Id);
                    table.CheckConstraint("CK_Records_Kind_Word", "\"Kind\" IN ('party', 'funding-round', 'deal', 'affiliation', 'claim', 'observation', 'milestone', 'question')");
                });

            migrationBuilder.CreateTable(
                name: "Sources",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    TitleKey = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false, collation: "C"),
                    Publisher = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Author = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    UrlKey = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    PublishedOn = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    PublishedFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    PublishedTo = table.Column<DateOnly>(type: "date", nullable: true),
                    RetrievedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Reliability = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    OriginId = table.Column<Guid>(type: "uuid", nullable: true),
                    TextIsPublic = table.Column<bool>(type: "boolean", nullable: false),
                    Language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: true),
                    Seen = table.Column<bool>(type: "boolean", nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sources", x => x.Id);
                    table.CheckConstraint("CK_Sources_Kind_Word", "\"Kind\" IN ('article', 'press-release', 'filing', 'documentation', 'repository', 'blog-post', 'paper', 'social-post', 'transcript', 'dataset', 'other')");
                    table.CheckConstraint("CK_Sources_Origin", "\"OriginId\" IS NULL OR \"OriginId\" <> \"Id\"");
                    table.CheckConstraint("CK_Sources_Reliability_Word", "\"Reliability\" IN ('A', 'B', 'C', 'D', 'E', 'F')");
                    table.ForeignKey(
                        name: "FK_Sources_Sources_OriginId",
                        column: x => x.OriginId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RoleId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoleClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetRoleClaims_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    ProviderKey = table.Column<string>(type: "text", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoleId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserRoles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FormerSlugs",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerSlugs", x => new { x.Kind, x.Slug });
                    table.CheckConstraint("CK_FormerSlugs_Kind_Word", "\"Kind\" IN ('party', 'funding-round', 'deal', 'affiliation', 'claim', 'observation', 'milestone', 'question')");
                    table.ForeignKey(
                        name: "FK_FormerSlugs_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Grades",
                columns: table => new
                {
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Field = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Fresh = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Stale = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    StaleFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    EvidenceOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Trace = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Grades", x => new { x.RecordId, x.Field });
                    table.CheckConstraint("CK_Grades_Fresh_Word", "\"Fresh\" IN ('confirmed', 'well-supported', 'reported', 'single-source', 'contested', 'unsupported')");
                    table.CheckConstraint("CK_Grades_Stale_Word", "\"Stale\" IN ('confirmed', 'well-supported', 'reported', 'single-source', 'contested', 'unsupported')");
                    table.ForeignKey(
                        name: "FK_Grades_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Parties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Type = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameKey = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Summary = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    FoundedOn = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    Website = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    GradeKey = table.Column<int>(type: "integer", nullable: false),
                    StaleGradeKey = table.Column<int>(type: "integer", nullable: false),
                    StaleFrom = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Parties", x => x.Id);
                    table.CheckConstraint("CK_Parties_Type_Word", "\"Type\" IN ('company', 'person', 'investment-firm', 'public-body')");
                    table.ForeignKey(
                        name: "FK_Parties_Records_Id",
                        column: x => x.Id,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Disclosures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    State = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false),
                    Act = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RejectionReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Disclosures", x => x.Id);
                    table.CheckConstraint("CK_Disclosures_Act_Word", "\"Act\" IN ('revert', 'merge', 'undo-merge', 'remove')");
                    table.CheckConstraint("CK_Disclosures_Decided", "(\"State\" IN ('accepted', 'rejected')) = (\"DecidedAt\" IS NOT NULL)");
                    table.CheckConstraint("CK_Disclosures_Source", "\"State\" <> 'accepted' OR (\"SourceId\" IS NULL) = (\"Act\" IS NOT NULL)");
                    table.CheckConstraint("CK_Disclosures_State_Word", "\"State\" IN ('draft', 'submitted', 'accepted', 'rejected')");
                    table.ForeignKey(
                        name: "FK_Disclosures_AspNetUsers_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Disclosures_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Snapshots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Text = table.Column<string>(type: "character varying(1000000)", maxLength: 1000000, nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CapturedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Snapshots", x => x.Id);
                    table.CheckConstraint("CK_Snapshots_Kind_Word", "\"Kind\" IN ('full-text', 'brief', 'excerpt')");
                    table.CheckConstraint("CK_Snapshots_Sha256", "length(\"Sha256\") = 64");
                    table.ForeignKey(
                        name: "FK_Snapshots_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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

            migrationBuilder.CreateTable(
                name: "Affiliations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartyId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Type = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    From = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    To = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    GradeKey = table.Column<int>(type: "integer", nullable: false),
                    StaleGradeKey = table.Column<int>(type: "integer", nullable: false),
                    StaleFrom = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Affiliations", x => x.Id);
                    table.CheckConstraint("CK_Affiliations_Parties", "\"PartyId\" <> \"OrganisationId\"");
                    table.CheckConstraint("CK_Affiliations_Type_Word", "\"Type\" IN ('founder', 'co-founder', 'executive', 'board', 'employee', 'formerly-at', 'hired-from', 'founded-by-alumni-of', 'parent-of', 'shareholder')");
                    table.ForeignKey(
                        name: "FK_Affiliations_Parties_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Affiliations_Parties_PartyId",
                        column: x => x.PartyId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Affiliations_Records_Id",
                        column: x => x.Id,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ArchitectureClaims",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: true),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Product = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ProductVersion = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Deployment = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Purpose = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Plane = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Placement = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Modality = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    ValidFrom = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    ValidTo = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    GradeKey = table.Column<int>(type: "integer", nullable: false),
                    StaleGradeKey = table.Column<int>(type: "integer", nullable: false),
                    StaleFrom = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArchitectureClaims", x => x.Id);
                    table.CheckConstraint("CK_ArchitectureClaims_About", "(\"CompanyId\" IS NULL) <> (\"Subject\" IS NULL)");
                    table.CheckConstraint("CK_ArchitectureClaims_Modality_Word", "\"Modality\" IN ('in-use', 'capability', 'planned', 'recommended')");
                    table.CheckConstraint("CK_ArchitectureClaims_Placement_Word", "\"Placement\" IN ('on-device', 'on-site', 'cloud', 'hybrid', 'customer-choice', 'undisclosed')");
                    table.CheckConstraint("CK_ArchitectureClaims_Plane_Word", "\"Plane\" IN ('training', 'simulation', 'planning', 'perception', 'control', 'teleoperation', 'fleet-learning', 'inference')");
                    table.ForeignKey(
                        name: "FK_ArchitectureClaims_Parties_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ArchitectureClaims_Records_Id",
                        column: x => x.Id,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "Deals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Type = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    AcquirerId = table.Column<Guid>(type: "uuid", nullable: false),
                    TargetId = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    PriceUsdMinor = table.Column<long>(type: "bigint", nullable: true),
                    AnnouncedOn = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    ClosedOn = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    DatedFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    DatedTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Price_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    Price_Minor = table.Column<long>(type: "bigint", nullable: true),
                    Price_Qualifier = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    Price_UsdMinor = table.Column<long>(type: "bigint", nullable: true),
                    Price_UsdRateOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    GradeKey = table.Column<int>(type: "integer", nullable: false),
                    StaleGradeKey = table.Column<int>(type: "integer", nullable: false),
                    StaleFrom = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deals", x => x.Id);
                    table.CheckConstraint("CK_Deals_Parties", "\"AcquirerId\" <> \"TargetId\"");
                    table.CheckConstraint("CK_Deals_Price_Qualifier_Word", "\"Price_Qualifier\" IN ('exactly', 'about', 'more-than', 'at-least', 'less-than', 'at-most')");
                    table.CheckConstraint("CK_Deals_Status_Word", "\"Status\" IN ('rumored', 'in-talks', 'announced', 'completed', 'cancelled')");
                    table.CheckConstraint("CK_Deals_Type_Word", "\"Type\" IN ('acquisition', 'licence-and-hire', 'contemplated')");
                    table.ForeignKey(
                        name: "FK_Deals_Parties_AcquirerId",
                        column: x => x.AcquirerId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deals_Parties_TargetId",
                        column: x => x.TargetId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deals_Records_Id",
                        column: x => x.Id,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FundingRounds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Stage = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    StageAsAnnounced = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Status = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    Instrument = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    AmountUsdMinor = table.Column<long>(type: "bigint", nullable: true),
                    ValuationUsdMinor = table.Column<long>(type: "bigint", nullable: true),
                    ValuationKind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    AnnouncedOn = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    AnnouncedFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    AnnouncedTo = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedOn = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    ReportedOn = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    SupersedesId = table.Column<Guid>(type: "uuid", nullable: true),
                    Unspecified = table.Column<bool>(type: "boolean", nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Amount_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    Amount_Minor = table.Column<long>(type: "bigint", nullable: true),
                    Amount_Qualifier = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    Amount_UsdMinor = table.Column<long>(type: "bigint", nullable: true),
                    Amount_UsdRateOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Valuation_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    Valuation_Minor = table.Column<long>(type: "bigint", nullable: true),
                    Valuation_Qualifier = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    Valuation_UsdMinor = table.Column<long>(type: "bigint", nullable: true),
                    Valuation_UsdRateOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    GradeKey = table.Column<int>(type: "integer", nullable: false),
                    StaleGradeKey = table.Column<int>(type: "integer", nullable: false),
                    StaleFrom = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FundingRounds", x => x.Id);
                    table.CheckConstraint("CK_FundingRounds_Amount_Qualifier_Word", "\"Amount_Qualifier\" IN ('exactly', 'about', 'more-than', 'at-least', 'less-than', 'at-most')");
                    table.CheckConstraint("CK_FundingRounds_Instrument_Word", "\"Instrument\" IN ('equity', 'debt', 'convertible', 'secondary', 'compute-credit', 'commitment')");
                    table.CheckConstraint("CK_FundingRounds_Stage_Word", "\"Stage\" IN ('pre-seed', 'seed', 'series-a', 'series-b', 'series-c', 'series-d', 'series-e', 'series-f', 'growth', 'other')");
                    table.CheckConstraint("CK_FundingRounds_Status_Word", "\"Status\" IN ('rumored', 'in-talks', 'in-progress', 'announced', 'partially-closed', 'closed', 'cancelled')");
                    table.CheckConstraint("CK_FundingRounds_Supersedes", "\"SupersedesId\" IS NULL OR \"SupersedesId\" <> \"Id\"");
                    table.CheckConstraint("CK_FundingRounds_Unspecified", "NOT \"Unspecified\" OR (\"Amount_Minor\" IS NULL AND \"Valuation_Minor\" IS NULL)");
                    table.CheckConstraint("CK_FundingRounds_ValuationKind_Word", "\"ValuationKind\" IN ('pre-money', 'post-money', 'unspecified')");
                    table.CheckConstraint("CK_FundingRounds_Valuation_Qualifier_Word", "\"Valuation_Qualifier\" IN ('exactly', 'about', 'more-than', 'at-least', 'less-than', 'at-most')");
                    table.ForeignKey(
                        name: "FK_FundingRounds_FundingRounds_SupersedesId",
                        column: x => x.SupersedesId,
                        principalTable: "FundingRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FundingRounds_Parties_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FundingRounds_Records_Id",
                        column: x => x.Id,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Milestones",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Type = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    On = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    OnFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    OnTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    GradeKey = table.Column<int>(type: "integer", nullable: false),
                    StaleGradeKey = table.Column<int>(type: "integer", nullable: false),
                    StaleFrom = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Milestones", x => x.Id);
                    table.CheckConstraint("CK_Milestones_Type_Word", "\"Type\" IN ('model-release', 'product', 'pilot', 'research', 'other')");
                    table.ForeignKey(
                        name: "FK_Milestones_Parties_PartyId",
                        column: x => x.PartyId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Milestones_Records_Id",
                        column: x => x.Id,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Observations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartyId = table.Column<Guid>(type: "uuid", nullable: true),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Metric = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    AsOf = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    AsOfFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    AsOfTo = table.Column<DateOnly>(type: "date", nullable: false),
                    Period = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Money_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    Money_Minor = table.Column<long>(type: "bigint", nullable: true),
                    Money_Qualifier = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    Money_UsdMinor = table.Column<long>(type: "bigint", nullable: true),
                    Money_UsdRateOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Quantity_High = table.Column<decimal>(type: "numeric", nullable: true),
                    Quantity_Qualifier = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    Quantity_Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Quantity_Value = table.Column<decimal>(type: "numeric", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    GradeKey = table.Column<int>(type: "integer", nullable: false),
                    StaleGradeKey = table.Column<int>(type: "integer", nullable: false),
                    StaleFrom = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Observations", x => x.Id);
                    table.CheckConstraint("CK_Observations_About", "(\"PartyId\" IS NULL) <> (\"Subject\" IS NULL)");
                    table.CheckConstraint("CK_Observations_Metric_Word", "\"Metric\" IN ('headcount', 'office', 'market-size', 'spend', 'revenue', 'income-share', 'total-raised')");
                    table.CheckConstraint("CK_Observations_Money_Qualifier_Word", "\"Money_Qualifier\" IN ('exactly', 'about', 'more-than', 'at-least', 'less-than', 'at-most')");
                    table.CheckConstraint("CK_Observations_Period_Word", "\"Period\" IN ('year', 'quarter', 'month')");
                    table.CheckConstraint("CK_Observations_Quantity_Qualifier_Word", "\"Quantity_Qualifier\" IN ('exactly', 'about', 'more-than', 'at-least', 'less-than', 'at-most')");
                    table.CheckConstraint("CK_Observations_Value", "(\"Quantity_Value\" IS NULL) <> (\"Money_Minor\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_Observations_Parties_PartyId",
                        column: x => x.PartyId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Observations_Records_Id",
                        column: x => x.Id,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartyCompute",
                columns: table => new
                {
                    PartyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartyCompute", x => new { x.PartyId, x.Kind });
                    table.CheckConstraint("CK_PartyCompute_Kind_Word", "\"Kind\" IN ('cloud', 'accelerators', 'edge-silicon')");
                    table.ForeignKey(
                        name: "FK_PartyCompute_Parties_PartyId",
                        column: x => x.PartyId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PartyNames",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Whole = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartyNames", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartyNames_Parties_PartyId",
                        column: x => x.PartyId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PartySectors",
                columns: table => new
                {
                    PartyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartySectors", x => new { x.PartyId, x.Name });
                    table.ForeignKey(
                        name: "FK_PartySectors_Parties_PartyId",
                        column: x => x.PartyId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Places",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Places", x => x.Id);
                    table.CheckConstraint("CK_Places_Country", "\"Country\" IS NULL OR (length(\"Country\") = 2 AND \"Country\" = upper(\"Country\"))");
                    table.ForeignKey(
                        name: "FK_Places_Parties_PartyId",
                        column: x => x.PartyId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Revisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "text", nullable: true),
                    Reason = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    Note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    DisclosureId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Revisions", x => x.Id);
                    table.CheckConstraint("CK_Revisions_Reason_Word", "\"Reason\" IN ('world-changed', 'we-corrected')");
                    table.CheckConstraint("CK_Revisions_Version", "\"Version\" >= 1");
                    table.ForeignKey(
                        name: "FK_Revisions_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Revisions_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Tombstones",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MergedIntoId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    DisclosureId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tombstones", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Tombstones_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tombstones_Records_Id",
                        column: x => x.Id,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tombstones_Records_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Passages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    SnapshotId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Locator = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Exact = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Prefix = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Suffix = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Start = table.Column<int>(type: "integer", nullable: true),
                    End = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Passages", x => x.Id);
                    table.CheckConstraint("CK_Passages_Captured", "(\"State\" = 'not-captured' AND \"Locator\" IS NOT NULL AND \"SnapshotId\" IS NULL AND \"Start\" IS NULL AND \"End\" IS NULL) OR (\"State\" <> 'not-captured' AND \"Locator\" IS NULL AND \"SnapshotId\" IS NOT NULL AND \"Start\" IS NOT NULL AND \"End\" IS NOT NULL)");
                    table.CheckConstraint("CK_Passages_Span", "\"Start\" >= 0 AND \"End\" > \"Start\"");
                    table.CheckConstraint("CK_Passages_State_Word", "\"State\" IN ('intact', 'ambiguous', 'missing', 'not-captured')");
                    table.ForeignKey(
                        name: "FK_Passages_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Passages_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
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
                name: "ClaimHardware",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimHardware", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClaimHardware_ArchitectureClaims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "ArchitectureClaims",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ClaimHosts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    PartyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Candidate = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimHosts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClaimHosts_ArchitectureClaims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "ArchitectureClaims",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ClaimHosts_Parties_PartyId",
                        column: x => x.PartyId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClaimParts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    Component = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Placement = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimParts", x => x.Id);
                    table.CheckConstraint("CK_ClaimParts_Placement_Word", "\"Placement\" IN ('on-device', 'on-site', 'cloud', 'hybrid', 'customer-choice', 'undisclosed')");
                    table.ForeignKey(
                        name: "FK_ClaimParts_ArchitectureClaims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "ArchitectureClaims",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LatencyMeasurements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    Low = table.Column<decimal>(type: "numeric", nullable: false),
                    High = table.Column<decimal>(type: "numeric", nullable: true),
                    Unit = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Qualifier = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Measures = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Conditions = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LatencyMeasurements", x => x.Id);
                    table.CheckConstraint("CK_LatencyMeasurements_Qualifier_Word", "\"Qualifier\" IN ('exactly', 'about', 'more-than', 'at-least', 'less-than', 'at-most')");
                    table.CheckConstraint("CK_LatencyMeasurements_Unit_Word", "\"Unit\" IN ('ms', 'Hz')");
                    table.ForeignKey(
                        name: "FK_LatencyMeasurements_ArchitectureClaims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "ArchitectureClaims",
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
                name: "Participations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    InvestorId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    Status = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    Vehicle = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Amount_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    Amount_Minor = table.Column<long>(type: "bigint", nullable: true),
                    Amount_Qualifier = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    Amount_UsdMinor = table.Column<long>(type: "bigint", nullable: true),
                    Amount_UsdRateOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Participations", x => x.Id);
                    table.CheckConstraint("CK_Participations_Amount_Qualifier_Word", "\"Amount_Qualifier\" IN ('exactly', 'about', 'more-than', 'at-least', 'less-than', 'at-most')");
                    table.CheckConstraint("CK_Participations_Role_Word", "\"Role\" IN ('lead', 'co-lead', 'participant')");
                    table.CheckConstraint("CK_Participations_Status_Word", "\"Status\" IN ('invested', 'pledged', 'declined')");
                    table.ForeignKey(
                        name: "FK_Participations_FundingRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "FundingRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Participations_Parties_InvestorId",
                        column: x => x.InvestorId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Assertions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    PassageId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    OriginId = table.Column<Guid>(type: "uuid", nullable: true),
                    ClaimantId = table.Column<Guid>(type: "uuid", nullable: true),
                    ClaimantName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ClaimantInterest = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Polarity = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Modality = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Credibility = table.Column<int>(type: "integer", nullable: true),
                    AsOf = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    DisclosureId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assertions", x => x.Id);
                    table.CheckConstraint("CK_Assertions_Claimant", "\"ClaimantId\" IS NULL OR \"ClaimantName\" IS NULL");
                    table.CheckConstraint("CK_Assertions_Credibility", "\"Credibility\" IS NULL OR \"Credibility\" BETWEEN 1 AND 6");
                    table.CheckConstraint("CK_Assertions_Modality_Word", "\"Modality\" IN ('stated', 'hedged', 'inferred')");
                    table.CheckConstraint("CK_Assertions_Polarity_Word", "\"Polarity\" IN ('affirms', 'denies')");
                    table.ForeignKey(
                        name: "FK_Assertions_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assertions_Parties_ClaimantId",
                        column: x => x.ClaimantId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assertions_Passages_PassageId",
                        column: x => x.PassageId,
                        principalTable: "Passages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assertions_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assertions_Sources_OriginId",
                        column: x => x.OriginId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assertions_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "AssertedValues",
                columns: table => new
                {
                    AssertionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Field = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "text", nullable: false),
                    Adopted = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssertedValues", x => new { x.AssertionId, x.Field });
                    table.ForeignKey(
                        name: "FK_AssertedValues_Assertions_AssertionId",
                        column: x => x.AssertionId,
                        principalTable: "Assertions",
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

            migrationBuilder.CreateTable(
                name: "Questions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: true),
                    Plane = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    SettledBy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Status = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Resolution = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    ResolvedOn = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    SettledByAssertionId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    GradeKey = table.Column<int>(type: "integer", nullable: false),
                    StaleGradeKey = table.Column<int>(type: "integer", nullable: false),
                    StaleFrom = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Questions", x => x.Id);
                    table.CheckConstraint("CK_Questions_Plane_Word", "\"Plane\" IN ('training', 'simulation', 'planning', 'perception', 'control', 'teleoperation', 'fleet-learning', 'inference')");
                    table.CheckConstraint("CK_Questions_Status_Word", "\"Status\" IN ('open', 'resolved')");
                    table.ForeignKey(
                        name: "FK_Questions_Assertions_SettledByAssertionId",
                        column: x => x.SettledByAssertionId,
                        principalTable: "Assertions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Questions_Parties_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Questions_Records_Id",
                        column: x => x.Id,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "QuestionResponses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    QuestionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    Type = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    PartyId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionResponses", x => x.Id);
                    table.CheckConstraint("CK_QuestionResponses_Type_Word", "\"Type\" IN ('declined', 'no-reply', 'answered')");
                    table.ForeignKey(
                        name: "FK_QuestionResponses_Parties_PartyId",
                        column: x => x.PartyId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_QuestionResponses_Questions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "Questions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "QuestionTriggers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    QuestionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    Type = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    PartyId = table.Column<Guid>(type: "uuid", nullable: true),
                    On = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionTriggers", x => x.Id);
                    table.CheckConstraint("CK_QuestionTriggers_Type_Word", "\"Type\" IN ('filing', 'earnings-call', 'date', 'event')");
                    table.ForeignKey(
                        name: "FK_QuestionTriggers_Parties_PartyId",
                        column: x => x.PartyId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_QuestionTriggers_Questions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "Questions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Affiliations_CreatedAt_Id",
                table: "Affiliations",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Affiliations_GradeKey_Id",
                table: "Affiliations",
                columns: new[] { "GradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Affiliations_OrganisationId",
                table: "Affiliations",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Affiliations_PartyId",
                table: "Affiliations",
                column: "PartyId");

            migrationBuilder.CreateIndex(
                name: "IX_Affiliations_StaleGradeKey_Id",
                table: "Affiliations",
                columns: new[] { "StaleGradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Affiliations_Type_Id",
                table: "Affiliations",
                columns: new[] { "Type", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Affiliations_UpdatedAt_Id",
                table: "Affiliations",
                columns: new[] { "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ArchitectureClaims_CompanyId",
                table: "ArchitectureClaims",
                column: "CompanyId");

            migrationBuilder.CreateIndex(
                name: "IX_ArchitectureClaims_CreatedAt_Id",
                table: "ArchitectureClaims",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ArchitectureClaims_GradeKey_Id",
                table: "ArchitectureClaims",
                columns: new[] { "GradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ArchitectureClaims_Modality_Id",
                table: "ArchitectureClaims",
                columns: new[] { "Modality", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ArchitectureClaims_Placement_Id",
                table: "ArchitectureClaims",
                columns: new[] { "Placement", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ArchitectureClaims_Plane_Placement_Id",
                table: "ArchitectureClaims",
                columns: new[] { "Plane", "Placement", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ArchitectureClaims_StaleGradeKey_Id",
                table: "ArchitectureClaims",
                columns: new[] { "StaleGradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ArchitectureClaims_UpdatedAt_Id",
                table: "ArchitectureClaims",
                columns: new[] { "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetRoleClaims_RoleId",
                table: "AspNetRoleClaims",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "NormalizedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserRoles_RoleId",
                table: "AspNetUserRoles",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assertions_ClaimantId",
                table: "Assertions",
                column: "ClaimantId");

            migrationBuilder.CreateIndex(
                name: "IX_Assertions_DisclosureId",
                table: "Assertions",
                column: "DisclosureId");

            migrationBuilder.CreateIndex(
                name: "IX_Assertions_OriginId",
                table: "Assertions",
                column: "OriginId");

            migrationBuilder.CreateIndex(
                name: "IX_Assertions_PassageId",
                table: "Assertions",
                column: "PassageId");

            migrationBuilder.CreateIndex(
                name: "IX_Assertions_RecordId",
                table: "Assertions",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_Assertions_SourceId",
                table: "Assertions",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimHardware_ClaimId",
                table: "ClaimHardware",
                column: "ClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimHardware_Name",
                table: "ClaimHardware",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimHosts_ClaimId",
                table: "ClaimHosts",
                column: "ClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimHosts_PartyId",
                table: "ClaimHosts",
                column: "PartyId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimParts_ClaimId",
                table: "ClaimParts",
                column: "ClaimId");

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

            migrationBuilder.CreateIndex(
                name: "IX_Deals_AcquirerId",
                table: "Deals",
                column: "AcquirerId");

            migrationBuilder.CreateIndex(
                name: "IX_Deals_CreatedAt_Id",
                table: "Deals",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Deals_DatedFrom_Id",
                table: "Deals",
                columns: new[] { "DatedFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Deals_GradeKey_Id",
                table: "Deals",
                columns: new[] { "GradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Deals_PriceUsdMinor_Id",
                table: "Deals",
                columns: new[] { "PriceUsdMinor", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Deals_StaleGradeKey_Id",
                table: "Deals",
                columns: new[] { "StaleGradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Deals_Status_Id",
                table: "Deals",
                columns: new[] { "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Deals_TargetId",
                table: "Deals",
                column: "TargetId");

            migrationBuilder.CreateIndex(
                name: "IX_Deals_Type_Id",
                table: "Deals",
                columns: new[] { "Type", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Deals_UpdatedAt_Id",
                table: "Deals",
                columns: new[] { "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_AuthorId",
                table: "Disclosures",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_Key_DecidedAt",
                table: "Disclosures",
                columns: new[] { "Key", "DecidedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_SourceId",
                table: "Disclosures",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_State_DecidedAt_Id",
                table: "Disclosures",
                columns: new[] { "State", "DecidedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FormerSlugs_RecordId",
                table: "FormerSlugs",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_FundingRounds_AmountUsdMinor_Id",
                table: "FundingRounds",
                columns: new[] { "AmountUsdMinor", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FundingRounds_AnnouncedFrom_Id",
                table: "FundingRounds",
                columns: new[] { "AnnouncedFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FundingRounds_CompanyId",
                table: "FundingRounds",
                column: "CompanyId");

            migrationBuilder.CreateIndex(
                name: "IX_FundingRounds_CreatedAt_Id",
                table: "FundingRounds",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FundingRounds_GradeKey_Id",
                table: "FundingRounds",
                columns: new[] { "GradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FundingRounds_Instrument_Id",
                table: "FundingRounds",
                columns: new[] { "Instrument", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FundingRounds_Stage_Id",
                table: "FundingRounds",
                columns: new[] { "Stage", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FundingRounds_StaleGradeKey_Id",
                table: "FundingRounds",
                columns: new[] { "StaleGradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FundingRounds_Status_Id",
                table: "FundingRounds",
                columns: new[] { "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FundingRounds_SupersedesId",
                table: "FundingRounds",
                column: "SupersedesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FundingRounds_UpdatedAt_Id",
                table: "FundingRounds",
                columns: new[] { "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FundingRounds_ValuationUsdMinor_Id",
                table: "FundingRounds",
                columns: new[] { "ValuationUsdMinor", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LatencyMeasurements_ClaimId",
                table: "LatencyMeasurements",
                column: "ClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_CreatedAt_Id",
                table: "Milestones",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_GradeKey_Id",
                table: "Milestones",
                columns: new[] { "GradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_OnFrom_Id",
                table: "Milestones",
                columns: new[] { "OnFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_PartyId",
                table: "Milestones",
                column: "PartyId");

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_StaleGradeKey_Id",
                table: "Milestones",
                columns: new[] { "StaleGradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_Type_Id",
                table: "Milestones",
                columns: new[] { "Type", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_UpdatedAt_Id",
                table: "Milestones",
                columns: new[] { "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Observations_AsOfFrom_Id",
                table: "Observations",
                columns: new[] { "AsOfFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Observations_CreatedAt_Id",
                table: "Observations",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Observations_GradeKey_Id",
                table: "Observations",
                columns: new[] { "GradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Observations_Metric_Id",
                table: "Observations",
                columns: new[] { "Metric", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Observations_PartyId_Metric_AsOfFrom",
                table: "Observations",
                columns: new[] { "PartyId", "Metric", "AsOfFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_Observations_StaleGradeKey_Id",
                table: "Observations",
                columns: new[] { "StaleGradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Observations_UpdatedAt_Id",
                table: "Observations",
                columns: new[] { "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Participations_InvestorId",
                table: "Participations",
                column: "InvestorId");

            migrationBuilder.CreateIndex(
                name: "IX_Participations_RoundId",
                table: "Participations",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_Parties_GradeKey_Id",
                table: "Parties",
                columns: new[] { "GradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Parties_Slug",
                table: "Parties",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Parties_StaleGradeKey_Id",
                table: "Parties",
                columns: new[] { "StaleGradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Parties_Type_CreatedAt_Id",
                table: "Parties",
                columns: new[] { "Type", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Parties_Type_NameKey_Id",
                table: "Parties",
                columns: new[] { "Type", "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Parties_Type_UpdatedAt_Id",
                table: "Parties",
                columns: new[] { "Type", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PartyCompute_Kind_PartyId",
                table: "PartyCompute",
                columns: new[] { "Kind", "PartyId" });

            migrationBuilder.CreateIndex(
                name: "IX_PartyNames_Key_PartyId",
                table: "PartyNames",
                columns: new[] { "Key", "PartyId" });

            migrationBuilder.CreateIndex(
                name: "IX_PartyNames_PartyId",
                table: "PartyNames",
                column: "PartyId");

            migrationBuilder.CreateIndex(
                name: "IX_PartySectors_Name_PartyId",
                table: "PartySectors",
                columns: new[] { "Name", "PartyId" });

            migrationBuilder.CreateIndex(
                name: "IX_PassageAnchors_SnapshotId",
                table: "PassageAnchors",
                column: "SnapshotId");

            migrationBuilder.CreateIndex(
                name: "IX_Passages_SnapshotId_Start_End",
                table: "Passages",
                columns: new[] { "SnapshotId", "Start", "End" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Passages_SourceId_State",
                table: "Passages",
                columns: new[] { "SourceId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Places_Country_PartyId",
                table: "Places",
                columns: new[] { "Country", "PartyId" });

            migrationBuilder.CreateIndex(
                name: "IX_Places_PartyId",
                table: "Places",
                column: "PartyId");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionResponses_PartyId",
                table: "QuestionResponses",
                column: "PartyId");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionResponses_QuestionId",
                table: "QuestionResponses",
                column: "QuestionId");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionTriggers_PartyId",
                table: "QuestionTriggers",
                column: "PartyId");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionTriggers_QuestionId",
                table: "QuestionTriggers",
                column: "QuestionId");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_CompanyId",
                table: "Questions",
                column: "CompanyId");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_CreatedAt_Id",
                table: "Questions",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_GradeKey_Id",
                table: "Questions",
                columns: new[] { "GradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_Plane_Id",
                table: "Questions",
                columns: new[] { "Plane", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_SettledByAssertionId",
                table: "Questions",
                column: "SettledByAssertionId");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_Slug",
                table: "Questions",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Questions_StaleGradeKey_Id",
                table: "Questions",
                columns: new[] { "StaleGradeKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_Status_Id",
                table: "Questions",
                columns: new[] { "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_UpdatedAt_Id",
                table: "Questions",
                columns: new[] { "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Records_ImportKey",
                table: "Records",
                column: "ImportKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_At_Id",
                table: "Revisions",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_DisclosureId",
                table: "Revisions",
                column: "DisclosureId");

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_RecordId_Version",
                table: "Revisions",
                columns: new[] { "RecordId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SnapshotHashes_Hash_SnapshotId",
                table: "SnapshotHashes",
                columns: new[] { "Hash", "SnapshotId" });

            migrationBuilder.CreateIndex(
                name: "IX_Snapshots_Sha256",
                table: "Snapshots",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_Snapshots_SourceId_Sha256",
                table: "Snapshots",
                columns: new[] { "SourceId", "Sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SourceLikenesses_SecondId",
                table: "SourceLikenesses",
                column: "SecondId");

            migrationBuilder.CreateIndex(
                name: "IX_Sources_CreatedAt_Id",
                table: "Sources",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Sources_Kind_Id",
                table: "Sources",
                columns: new[] { "Kind", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Sources_OriginId",
                table: "Sources",
                column: "OriginId");

            migrationBuilder.CreateIndex(
                name: "IX_Sources_PublishedFrom_Id",
                table: "Sources",
                columns: new[] { "PublishedFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Sources_Publisher_Id",
                table: "Sources",
                columns: new[] { "Publisher", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Sources_Reliability_Id",
                table: "Sources",
                columns: new[] { "Reliability", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Sources_Slug",
                table: "Sources",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sources_TitleKey_Id",
                table: "Sources",
                columns: new[] { "TitleKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Sources_UrlKey",
                table: "Sources",
                column: "UrlKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tombstones_DisclosureId",
                table: "Tombstones",
                column: "DisclosureId");

            migrationBuilder.CreateIndex(
                name: "IX_Tombstones_MergedIntoId",
                table: "Tombstones",
                column: "MergedIntoId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Affiliations");

            migrationBuilder.DropTable(
                name: "AspNetRoleClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "AssertedValues");

            migrationBuilder.DropTable(
                name: "ClaimHardware");

            migrationBuilder.DropTable(
                name: "ClaimHosts");

            migrationBuilder.DropTable(
                name: "ClaimParts");

            migrationBuilder.DropTable(
                name: "ContradictionComparisons");

            migrationBuilder.DropTable(
                name: "ContradictionRulings");

            migrationBuilder.DropTable(
                name: "ContradictionSides");

            migrationBuilder.DropTable(
                name: "ContradictionStatements");

            migrationBuilder.DropTable(
                name: "Deals");

            migrationBuilder.DropTable(
                name: "FormerSlugs");

            migrationBuilder.DropTable(
                name: "Grades");

            migrationBuilder.DropTable(
                name: "LatencyMeasurements");

            migrationBuilder.DropTable(
                name: "Milestones");

            migrationBuilder.DropTable(
                name: "Observations");

            migrationBuilder.DropTable(
                name: "Participations");

            migrationBuilder.DropTable(
                name: "PartyCompute");

            migrationBuilder.DropTable(
                name: "PartyNames");

            migrationBuilder.DropTable(
                name: "PartySectors");

            migrationBuilder.DropTable(
                name: "PassageAnchors");

            migrationBuilder.DropTable(
                name: "Places");

            migrationBuilder.DropTable(
                name: "QuestionResponses");

            migrationBuilder.DropTable(
                name: "QuestionTriggers");

            migrationBuilder.DropTable(
                name: "Revisions");

            migrationBuilder.DropTable(
                name: "SnapshotHashes");

            migrationBuilder.DropTable(
                name: "SourceLikenesses");

            migrationBuilder.DropTable(
                name: "Tombstones");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "Contradictions");

            migrationBuilder.DropTable(
                name: "ArchitectureClaims");

            migrationBuilder.DropTable(
                name: "FundingRounds");

            migrationBuilder.DropTable(
                name: "Questions");

            migrationBuilder.DropTable(
                name: "Assertions");

            migrationBuilder.DropTable(
                name: "Disclosures");

            migrationBuilder.DropTable(
                name: "Parties");

            migrationBuilder.DropTable(
                name: "Passages");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "Records");

            migrationBuilder.DropTable(
                name: "Snapshots");

            migrationBuilder.DropTable(
                name: "Sources");
        }
    }
}
