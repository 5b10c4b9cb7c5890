using System.Security.Cryptography;
using System.Text;

namespace FollowUp.Domain.Plans;

/// <summary>Ids of actions, made from what they say: <c>a-</c> and twelve hexadecimal digits.</summary>
public static class ActionIds
{
    private const int Digits = 12;

    /// <param name="words">The action's words as they are compared, or, for a part of a split action, the decision and the part's number.</param>
    public static string Of(string recommendation, string words) =>
        $"a-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{recommendation}\n{words}")))[..Digits]}";
}
