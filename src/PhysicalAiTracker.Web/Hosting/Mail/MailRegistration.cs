namespace PhysicalAiTracker.Web.Hosting.Mail;

/// <summary>E-mail, where it is configured.</summary>
public static class MailRegistration
{
    public static void AddMail(this IServiceCollection services, TrackerSettings settings)
    {
        if (settings.Smtp.Enabled)
        {
            services.AddSingleton(settings.Smtp);
            services.AddHostedService<MailSender>();
        }
    }
}
