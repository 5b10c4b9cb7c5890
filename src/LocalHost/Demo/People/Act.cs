namespace LocalHost.Demo.People;

internal enum Deed
{
    /// <summary>Fill in the form and send it.</summary>
    Answer,

    /// <summary>Fill in the beginning, then save and come back later.</summary>
    Begin,

    /// <summary>Send once more, with one answer changed.</summary>
    Change,

    /// <summary>Fill in the form as a spreadsheet, send it back and send the answers.</summary>
    Spreadsheet,

    /// <summary>Hand the answers in on paper; a coordinator records them.</summary>
    OnPaper,

    /// <summary>Look at the working groups and move somebody.</summary>
    Arrange,

    /// <summary>Write down who came to the workshop.</summary>
    RecordAttendance,

    /// <summary>Read the draft, settle what is disputed, approve.</summary>
    Approve,

    /// <summary>Bring a group of children together and let them write.</summary>
    BringChildren,

    /// <summary>Look in children's words for what points at somebody.</summary>
    ReviewVoices,

    /// <summary>Write to the children what became of what they said.</summary>
    TellChildren,
}

/// <summary>Something that somebody will do at a certain time because of a mail.</summary>
internal sealed record Act(Person Person, Mail Mail, Deed Deed, DateTimeOffset Due)
{
    public string Id => $"{Mail.Key}#{Deed}";
}
