using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FollowUpFunctions.Mail.Events;

/// <summary>
/// Whether notices come from SendGrid and are not old ones sent again: ECDSA (P-256, SHA-256, DER) over the timestamp and the raw body, as its signed
/// event webhook has it.
/// </summary>
public static class EventSignature
{
    public const string Signature = "X-Twilio-Email-Event-Webhook-Signature";
    public const string Timestamp = "X-Twilio-Email-Event-Webhook-Timestamp";

    // SendGrid tries for 24 hours to deliver what we didn't take.
    private static readonly TimeSpan _oldest = TimeSpan.FromHours(25);
    private static readonly TimeSpan _ahead = TimeSpan.FromMinutes(10);

    /// <param name="key">The public key in base64.</param>
    /// <param name="signature">In base64.</param>
    /// <param name="timestamp">Unix seconds.</param>
    public static bool IsGood(string key, string? signature, string? timestamp, byte[] body, DateTimeOffset now)
    {
        if (signature is null || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) || seconds > now.AddYears(1).ToUnixTimeSeconds())
            return false;
        TimeSpan age = now - DateTimeOffset.FromUnixTimeSeconds(seconds);
        byte[] bytes = new byte[signature.Length];
        if (age > _oldest || age < -_ahead || !Convert.TryFromBase64String(signature, bytes, out int length))
            return false;
        using ECDsa ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key), out _);
        return ecdsa.VerifyData([.. Encoding.UTF8.GetBytes(timestamp), .. body], bytes.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
