using FollowUp.Domain.Cycles;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Desk;

/// <summary>Who may sign in: a coordinator of the installation, or one whom a cycle names.</summary>
public sealed class Coordinators(CyclesTable cycles, FollowUpOptions options)
{
    /// <summary>The coordinator as they are on record; of one of the installation alone, the address is all that is known.</summary>
    /// <returns>Null for nobody.</returns>
    public async Task<Coordinator?> FindAsync(string email, CancellationToken cancellation)
    {
        foreach (string id in await cycles.ListAsync(cancellation))
        {
            if ((await cycles.FindAsync(id, cancellation))?.Settings.Coordinators.FirstOrDefault(c => Same(c.Email, email)) is { } named)
                return named;
        }

        return options.DeskCoordinators.FirstOrDefault(c => Same(c, email)) is { } known ? new("", known, "") : null;
    }

    /// <summary>Whether they see every cycle.</summary>
    public bool IsOfInstallation(string email) => options.DeskCoordinators.Any(c => Same(c, email));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
