using System.Net;
using System.Net.Sockets;

namespace LocalHost.Hosting;

internal static class LoopbackPort
{
    /// <summary>The port wanted, or for 0 one that is free: the app's settings name its address before it listens.</summary>
    public static int Choose(int wanted)
    {
        if (wanted != 0)
            return wanted;

        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
