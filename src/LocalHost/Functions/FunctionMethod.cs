using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace LocalHost.Functions;

/// <summary>A method with [Function], ready to be called.</summary>
internal sealed class FunctionMethod(string name, MethodInfo method, IReadOnlyList<ParameterBinding> bindings)
{
    public string Name { get; } = name;

    /// <summary>"Type.Method", to find it by.</summary>
    public string Place => PlaceOf(method);

    public static string PlaceOf(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";

    /// <summary>Makes an instance where the method is not static, calls it and awaits what it returns.</summary>
    /// <returns>The awaited result; null where there is none.</returns>
    public async Task<object?> InvokeAsync(Invocation call)
    {
        object? target = method.IsStatic ? null : ActivatorUtilities.CreateInstance(call.Services, method.DeclaringType!);
        try
        {
            object?[] arguments = [.. bindings.Select(bind => bind(call))];
            return await ResultAsync(method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null));
        }
        finally
        {
            if (target is IAsyncDisposable asynchronous)
                await asynchronous.DisposeAsync();
            else if (target is IDisposable disposable)
                disposable.Dispose();
        }
    }

    // The declared type decides: what an async method returns at run time is always a Task with some result.
    private async Task<object?> ResultAsync(object? returned)
    {
        Type declared = method.ReturnType;
        if (returned is ValueTask valueTask)
        {
            await valueTask;
            return null;
        }

        if (declared.IsGenericType && declared.GetGenericTypeDefinition() == typeof(ValueTask<>))
        {
            returned = declared.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(returned, null);
            declared = typeof(Task<>);
        }

        if (returned is not Task task)
            return returned;

        await task;
        return declared.IsGenericType ? task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task) : null;
    }
}
