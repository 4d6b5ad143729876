using PhysicalAiTracker.Core.Webhooks;

namespace PhysicalAiTracker.Web.Hosting.Webhooks;

/// <summary>Webhooks, where hosts are configured.</summary>
public static class WebhookRegistration
{
    public static void AddWebhooks(this IServiceCollection services, TrackerSettings settings)
    {
        services.AddSingleton(new WebhookClient(settings.Webhooks));
        if (settings.Webhooks.Enabled)
        {
            services.AddHostedService<WebhookSender>();
        }
    }
}
