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

await using var bench = await Bench.Open();
await bench.Ratios();
await bench.Form();
await bench.Memory(introductions: args is ["memory"] ? 100_000 : 1_000);
