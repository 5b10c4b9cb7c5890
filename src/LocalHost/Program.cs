using LocalHost;
using LocalHost.Cli;
using LocalHost.Demo;

try
{
    return args switch
    {
        ["demo", .. string[] rest] => await DemoCommand.RunAsync(rest),
        ["serve", .. string[] rest] => await ServeCommand.RunAsync(App.Options, rest),
        _ => await ServeCommand.RunAsync(App.Options, args),
    };
}
catch (HostException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
