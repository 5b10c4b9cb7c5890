using FollowUpFunctions.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace FollowUpFunctions.Tests.Mail;

public sealed class MailSettingsTests
{
    [Theory]
    [InlineData("carrier-pigeon", "", "", "Mail:Provider")]
    [InlineData("sendgrid", "", "", "Mail:SendGridKey")]
    [InlineData("sendgrid", "", "", "Mail:SendGridWebhookKey")]
    [InlineData("sendgrid", "Mail:SendGridWebhookKey", "abc", "not a public key")]
    [InlineData("sendgrid", "Mail:SendGridUrl", "http://api.example.org", "Mail:SendGridUrl")]
    [InlineData("sendgrid", "Mail:SendGridPatience", "an hour", "Mail:SendGridPatience")]
    [InlineData("smtp", "", "", "Mail:Smtp:Host")]
    [InlineData("smtp", "Mail:Smtp:Port", "mail", "Mail:Smtp:Port")]
    [InlineData("smtp", "Mail:Smtp:Security", "ssl", "Mail:Smtp:Security")]
    [InlineData("smtp", "Mail:Smtp:User", "me", "Mail:Smtp:Password")]
    [InlineData("pickup", "Mail:From", "nobody", "Mail:From")]
    public void What_is_missing_or_wrong_is_told_in_a_sentence_at_the_start(string provider, string setting, string value, string told)
    {
        Dictionary<string, string?> settings = new()
        {
            ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
            ["App:BaseUrl"] = "https://followup.example.org",
            ["Links:SigningKey"] = Convert.ToBase64String(new byte[32]),
            ["Mail:From"] = "secretariat@example.org",
            ["Mail:Provider"] = provider,
        };
        if (setting.Length > 0)
            settings[setting] = value;

        OptionsValidationException refused = Assert.Throws<OptionsValidationException>(
            () => FollowUpOptions.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).Validated());

        Assert.Contains(refused.Failures, f => f.Contains(told, StringComparison.Ordinal) && f.EndsWith('.'));
    }
}
