namespace LocalHost.Storage;

/// <summary>The folder that holds eng/azurite: the working copy that this program was built from or is started in.</summary>
public static class RepositoryRoot
{
    /// <exception cref="HostException">Neither the program nor the working folder lies in a working copy.</exception>
    public static string Find() =>
        Above(AppContext.BaseDirectory) ?? Above(Directory.GetCurrentDirectory()) ?? throw new HostException(
            "No folder eng/azurite was found above the program or the working folder. Start it inside the repository, " +
            "or let AzureWebJobsStorage name a storage account.");

    private static string? Above(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "eng", "azurite", "package-lock.json")))
                return at.FullName;
        }

        return null;
    }
}
