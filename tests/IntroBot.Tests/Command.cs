using System.Diagnostics;

namespace IntroBot.Tests;

/// <summary>A program that is run to its end.</summary>
internal static class Command
{
    /// <summary>Runs it; its exit code and what it wrote on either stream.</summary>
    public static async Task<(int Code, string Output, string Errors)> Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await errors);
    }
}
