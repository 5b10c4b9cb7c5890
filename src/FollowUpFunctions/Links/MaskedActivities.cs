using System.Diagnostics;

namespace FollowUpFunctions.Links;

/// <summary>
/// Blanks out the tokens of personal links in traces (<c>url.path</c>, <c>url.full</c>…), once for the process. What is told of an activity's end
/// is told in the order of registration: call this before exporters are set up.
/// </summary>
internal static class MaskedActivities
{
    private static readonly ActivityListener _listener = Listening();

    public static void Begin() => _ = _listener;

    // It asks for no activity by itself: it has no Sample.
    private static ActivityListener Listening()
    {
        ActivityListener listener = new() { ShouldListenTo = _ => true, ActivityStopped = Mask };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static void Mask(Activity activity)
    {
        List<KeyValuePair<string, object?>>? masked = null;
        foreach (ref readonly KeyValuePair<string, object?> tag in activity.EnumerateTagObjects())
        {
            if (tag.Value is string text && TokenMask.Finds(text))
                (masked ??= []).Add(new(tag.Key, TokenMask.Of(text)));
        }

        foreach (KeyValuePair<string, object?> tag in masked ?? [])
            activity.SetTag(tag.Key, tag.Value);
        if (TokenMask.Finds(activity.DisplayName))
            activity.DisplayName = TokenMask.Of(activity.DisplayName);
        if (TokenMask.Finds(activity.StatusDescription))
            activity.SetStatus(activity.Status, TokenMask.Of(activity.StatusDescription!));
    }
}
