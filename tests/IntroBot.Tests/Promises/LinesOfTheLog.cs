using System.Text.Json;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace IntroBot.Tests.Promises;

/// <summary>Promise 16 in the log: whatever a message, a value or an exception says, an event is one line of JSON, and nothing in it steers a terminal.</summary>
public sealed class LinesOfTheLog(ITestOutputHelper output)
{
    private const int Cases = 100_000;
    private const string Seed = "0000KhO3Vp21";
    private const string Sharp = "\"\\{}\n\r\t\u0000\u0007\u001b\u007f\u0085\u009b\u2028\u2029\u202e\u2066\ufeff[31m,:aé漢😀";

    [Fact]
    public async Task Any_text_is_one_line_of_JSON()
    {
        await using var services = new ServiceCollection().AddLogging(static logging => logging.AddJsonConsole()).BuildServiceProvider();
        var json = services.GetServices<ConsoleFormatter>().Single(static formatter => formatter.Name == ConsoleFormatterNames.Json);
        Gen.String[Gen.Char[Sharp], 0, 40].Sample(
            text =>
            {
                using var written = new StringWriter();
                var state = new Dictionary<string, object?> { ["Value"] = text, ["{OriginalFormat}"] = "said {Value}" };
                json.Write(new LogEntry<Dictionary<string, object?>>(LogLevel.Warning, "IntroBot", new EventId(1), state, new InvalidOperationException(text), (_, _) => "said " + text), null, written);
                var line = written.ToString();
                return line.EndsWith('\n') && !line.AsSpan(0, line.Length - 1).ContainsAnyExceptInRange(' ', '~') && JsonDocument.Parse(line).RootElement.GetProperty("Message").GetString() == "said " + WellFormed(text);
            },
            seed: Seed, iter: Cases, threads: 1);
        output.WriteLine($"promise 16, log: n = {Cases} texts, each one line, 0 with a character that steers a terminal, seed {Seed}");
    }

    // An unpaired surrogate is no character; what stands for it is written.
    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes());
}
