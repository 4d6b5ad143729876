namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>What the pages of drafts are put together from.</summary>
public static class FormServices
{
    public static void AddDisclosureForms(this IServiceCollection services)
    {
        services.AddScoped<EditorActions>();
        services.AddScoped<EditorBuilder>();
        services.AddScoped<SourcePane>();
        services.AddScoped<SourceForm>();
        services.AddScoped<Preview>();
    }
}
