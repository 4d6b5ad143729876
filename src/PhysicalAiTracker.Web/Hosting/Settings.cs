using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Options;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Accounts.Mail;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Review;
using PhysicalAiTracker.Core.Exporting;
using PhysicalAiTracker.Core.History.AsOf;
using PhysicalAiTracker.Core.Webhooks;
using PhysicalAiTracker.Web.Hosting.Cache;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>
/// Reads the tracker's own sections of the configuration, one options class each, and refuses what they do not know:
/// a mistyped name or value stops the start, with the allowed ones in the message.
/// </summary>
public static class Settings
{
    /// <summary>Every section and the class that holds it; docs/configuration.md lists the same (a test compares).</summary>
    public static IReadOnlyDictionary<string, Type> Sections { get; } = new Dictionary<string, Type>
    {
        [DataOptions.Section] = typeof(DataOptions),
        [DatabaseOptions.Section] = typeof(DatabaseOptions),
        [SeedsOptions.Section] = typeof(SeedsOptions),
        [LogsOptions.Section] = typeof(LogsOptions),
        [ApiOptions.Section] = typeof(ApiOptions),
        [SignInOptions.Section] = typeof(SignInOptions),
        [ProxyOptions.Section] = typeof(ProxyOptions),
        [AsOfOptions.Section] = typeof(AsOfOptions),
        [ActivityOptions.Section] = typeof(ActivityOptions),
        [ReviewOptions.Section] = typeof(ReviewOptions),
        [AccountsOptions.Section] = typeof(AccountsOptions),
        [SmtpOptions.Section] = typeof(SmtpOptions),
        [ExportOptions.Section] = typeof(ExportOptions),
        [WebhookOptions.Section] = typeof(WebhookOptions),
        [CacheOptions.Section] = typeof(CacheOptions),
    };

    /// <summary>Reads all sections and makes each available as <see cref="IOptions{T}"/>.</summary>
    /// <exception cref="JobFailedException">A section has an unknown name or a value that is not allowed; lists all of them.</exception>
    public static TrackerSettings AddTrackerSettings(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        var problems = new List<string>();
        var settings = new TrackerSettings(
            contentRoot,
            Read<DataOptions>(DataOptions.Section),
            Read<DatabaseOptions>(DatabaseOptions.Section),
            Read<SeedsOptions>(SeedsOptions.Section),
            Read<LogsOptions>(LogsOptions.Section),
            Read<ApiOptions>(ApiOptions.Section),
            Read<SignInOptions>(SignInOptions.Section),
            Read<ProxyOptions>(ProxyOptions.Section),
            Read<AsOfOptions>(AsOfOptions.Section),
            Read<ActivityOptions>(ActivityOptions.Section),
            Read<ReviewOptions>(ReviewOptions.Section),
            Read<AccountsOptions>(AccountsOptions.Section),
            Read<SmtpOptions>(SmtpOptions.Section),
            Read<ExportOptions>(ExportOptions.Section),
            Read<WebhookOptions>(WebhookOptions.Section),
            Read<CacheOptions>(CacheOptions.Section));
        if (settings.Database is { Provider: DatabaseProvider.Postgres, ConnectionString: null or "" })
        {
            problems.Add("Database:ConnectionString is required when Database:Provider is Postgres");
        }

        if (settings is { Smtp.Enabled: true, Accounts.Address: "" })
        {
            problems.Add($"{AccountsOptions.Section}:{nameof(AccountsOptions.Address)} is required with {SmtpOptions.Section}:{nameof(SmtpOptions.Host)}: links in e-mails begin with it");
        }

        problems.AddRange([.. settings.Proxy.Problems(), .. settings.Accounts.Problems(), .. settings.Smtp.Problems(), .. settings.Export.Problems(), .. settings.Webhooks.Problems()]);
        if (problems.Count > 0)
        {
            throw new JobFailedException("The settings are wrong:" + string.Concat(problems.Select(problem => $"\n  {problem}")));
        }

        services.AddSingleton(settings);
        return settings;

        T Read<T>(string name)
            where T : class, new()
        {
            var options = new T();
            Fill(options, configuration.GetSection(name), problems);
            services.AddSingleton(Options.Create(options));
            return options;
        }
    }

    private static void Fill(object options, IConfigurationSection section, List<string> problems)
    {
        var properties = options.GetType().GetProperties().Where(p => p.CanWrite).ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (!properties.TryGetValue(child.Key, out var property))
            {
                problems.Add($"{child.Path} is no setting; {section.Key} has {string.Join(", ", properties.Values.Select(p => p.Name))}");
            }
            else if (ParseValue(child.Value, property, out var allowed) is { } value)
            {
                property.SetValue(options, value);
            }
            else
            {
                problems.Add($"{child.Path} is “{child.Value}”; allowed: {allowed}");
            }
        }
    }

    private static object? ParseValue(string? text, PropertyInfo property, out string allowed)
    {
        var type = property.PropertyType;
        if (type.IsEnum)
        {
            allowed = string.Join(", ", Enum.GetNames(type));
            return Enum.GetNames(type).FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse(type, name) : null;
        }

        if (type == typeof(bool))
        {
            allowed = "true, false";
            return bool.TryParse(text, out var flag) ? flag : null;
        }

        if (type == typeof(int))
        {
            var range = property.GetCustomAttribute<RangeAttribute>()!;
            allowed = $"{range.Minimum} to {range.Maximum}";
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && range.IsValid(number) ? number : null;
        }

        allowed = "text";
        return text ?? "";
    }
}

/// <summary>All settings as they were at start.</summary>
/// <param name="ContentRoot">Relative paths start here.</param>
public sealed record TrackerSettings(
    string ContentRoot,
    DataOptions Data,
    DatabaseOptions Database,
    SeedsOptions Seeds,
    LogsOptions Logs,
    ApiOptions Api,
    SignInOptions SignIn,
    ProxyOptions Proxy,
    AsOfOptions AsOf,
    ActivityOptions Activity,
    ReviewOptions Review,
    AccountsOptions Accounts,
    SmtpOptions Smtp,
    ExportOptions Export,
    WebhookOptions Webhooks,
    CacheOptions Cache)
{
    /// <summary>Absolute path of <see cref="DataOptions.Directory"/>.</summary>
    public string DataDirectory => Path.GetFullPath(Data.Directory, ContentRoot);

    /// <summary>Absolute path of <see cref="SeedsOptions.Folder"/>, or of the seeds that were shipped.</summary>
    public string SeedsFolder => Seeds.Folder is { Length: > 0 } folder
        ? Path.GetFullPath(folder, ContentRoot)
        : Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <summary>Absolute path of <see cref="ExportOptions.Folder"/>.</summary>
    public string ExportFolder => Export.Folder is { Length: > 0 } folder ? Path.GetFullPath(folder, ContentRoot) : Path.Combine(DataDirectory, "exports");

    /// <summary>Where the SQLite file lies.</summary>
    public string SqliteFile => Path.Combine(DataDirectory, DatabaseRegistration.SqliteFile);
}
