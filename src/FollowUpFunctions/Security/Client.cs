using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace FollowUpFunctions.Security;

/// <summary>Where a request comes from, for counting tries; kept in memory alone.</summary>
internal static class Client
{
    private const int NetworkBytes = 8;
    private static readonly object _noted = new();

    /// <param name="hops">
    /// How many proxies of ours each add an entry to <c>X-Forwarded-For</c>; 0 where there is none. What stands before their entries, anybody can have written.
    /// </param>
    public static void Note(HttpContext http, int hops) => http.Items[_noted] = Of(http, hops);

    /// <summary>An IPv4 address, or the first half of an IPv6 one: a household has all addresses of a half.</summary>
    public static string Of(HttpContext http) => http.Items[_noted] as string ?? Of(http, 0);

    private static string Of(HttpContext http, int hops)
    {
        string[] forwarded = hops == 0 ? [] : http.Request.Headers["X-Forwarded-For"].ToString().Split(',', StringSplitOptions.TrimEntries);
        IPAddress? address = hops > 0 && forwarded.Length >= hops && IPEndPoint.TryParse(forwarded[^hops], out IPEndPoint? from)
            ? from.Address
            : http.Connection.RemoteIpAddress;
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes)) : address.ToString();
    }
}
