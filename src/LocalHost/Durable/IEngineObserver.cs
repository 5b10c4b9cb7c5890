namespace LocalHost.Durable;

public enum TurnMoment
{
    /// <summary>Before the turn's messages are taken: what comes now is among them.</summary>
    Before,

    /// <summary>The orchestrator has run; what it asked for is not committed yet.</summary>
    During,

    /// <summary>The turn is committed; its activities and timers have not begun.</summary>
    After,
}

/// <summary>Is told what the engine does, and may hold it up: so tests place what comes from outside at an exact point.</summary>
public interface IEngineObserver
{
    /// <summary>The turn goes on when the task completes. The instance takes no message meanwhile.</summary>
    Task OnTurnAsync(string instanceId, TurnMoment moment);

    /// <summary>An activity is about to begin; called in the execution context that it will run in.</summary>
    void OnActivity(string instanceId, string name, int step);

    /// <summary>A message from outside has reached the instance and waits for its next turn.</summary>
    void OnMessage(string instanceId);
}
