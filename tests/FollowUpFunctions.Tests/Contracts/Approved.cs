namespace FollowUpFunctions.Tests.Contracts;

/// <summary>What must not change unseen, as files under <c>Approved/</c>.</summary>
public static class Approved
{
    /// <summary>Compares with <c>{name}.approved.txt</c>. Where they differ it writes <c>{name}.received.txt</c> beside: look at it, and rename it if it is right.</summary>
    public static void Match(string name, string received)
    {
        string folder = Repository.PathOf("tests", "FollowUpFunctions.Tests", "Approved");
        string approvedFile = Path.Combine(folder, $"{name}.approved.txt");
        string receivedFile = Path.Combine(folder, $"{name}.received.txt");
        string text = received.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        string approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile).ReplaceLineEndings("\n") : "";
        if (text == approved)
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, text);
        Assert.Fail($"{name} has changed. Compare {receivedFile} with {name}.approved.txt, and take its place if the change is meant.");
    }
}
