using System.Diagnostics;
using IntroBot.Benchmarks;

// "plain ADDRESS" is the measure itself, run as a process of its own; everything else measures.
if (args is ["plain", var address])
{
    await Plain.Serve(address);
    return;
}

if (OperatingSystem.IsLinux())
{
    using var self = Process.GetCurrentProcess();
    self.ProcessorAffinity &= ~1;
}

// All of it; or what is asked for, so that one row can be looked at alone.
string[] asked = args is [] ? ["ratios", "form", "submit", "follow", "memory"] : args;
await using var bench = await Bench.Open();
foreach (var what in asked)
{
    await (what switch
    {
        "ratios" => bench.Ratios(""),
        "form" => bench.Form(),
        "submit" => bench.Submitted(),
        "follow" => bench.Followed(),
        "memory" => bench.Memory(introductions: 100_000),
        var row => bench.Ratios(row),
    });
}
