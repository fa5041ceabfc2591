using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Ledger;
using IntroBot.Playground.Slack.State;
using IntroBot.Tests.Introductions;
using IntroBot.Tests.Promises;
using Microsoft.Extensions.DependencyInjection;

namespace IntroBot.Tests.Agreements;

/// <summary>The contact of a <see cref="Company"/>: the link as it was passed on, the page behind it, presses; and time that passes.</summary>
internal static partial class TheContact
{
    /// <summary>The token of the link in a message or a dialog.</summary>
    public static string Link(string shown) => Links().Matches(shown) is [.., var last] ? last.Groups[1].Value : throw new InvalidOperationException("no link in: " + shown);

    /// <summary>The token of the link somebody was last given in private.</summary>
    public static string LinkFor(this Company company, string user) => Link(company.Slack.Dm(user).Last(static message => Links().IsMatch(message.Shown)).Shown);

    public static Task<ContactPage?> Open(this Company company, string token) => company.World.Services.GetRequiredService<OpenContactPage>()(token, CancellationToken.None);

    /// <summary>The page, which is of this kind.</summary>
    public static async Task<T> Open<T>(this Company company, string token)
        where T : ContactPage => Assert.IsType<T>(await company.Open(token));

    /// <summary>Presses with a form of its own, and all that follows has happened.</summary>
    public static Task<ContactAnswer?> Answer(this Company company, string token, string step, params (string Field, string Value)[] fields) => company.Answer(token, step, Guid.NewGuid().ToString("N"), fields);

    public static async Task<ContactAnswer?> Answer(this Company company, string token, string step, string nonce, params (string Field, string Value)[] fields)
    {
        var press = new ContactPress(step, nonce, fields.ToImmutableDictionary(static field => field.Field, static field => field.Value), Language.En, "0123456789abcdef");
        var answer = await company.World.Services.GetRequiredService<AnswerContactPage>()(token, press, CancellationToken.None);
        await company.Settle();
        return answer;
    }

    /// <summary>Agrees, with these fields on top of what is usual; the token of the contact's own page.</summary>
    public static async Task<string> Agrees(this Company company, string token, params (string Field, string Value)[] fields)
    {
        (string, string)[] usual = [("contact", "Ada Martin"), ("about", "backend engineer"), ("address", "ada.martin@example.com")];
        return Assert.IsType<ContactAnswer.Answered>(await company.Answer(token, "agree", [.. usual.Where(one => fields.All(field => field.Field != one.Item1)), .. fields])).OwnToken;
    }

    /// <summary>Introduces somebody who has not been asked; the token of their link.</summary>
    public static async Task<string> Asks(this Company company, string user = Office.Ines, params (string Field, string Value)[] fields)
    {
        Assert.Empty((await company.World.Introduce(user, "", [("agreement", "not-yet"), .. fields])).Errors);
        await company.Settle();
        return company.LinkFor(user);
    }

    /// <summary>Lets days pass at once, and what is due then happen.</summary>
    public static async Task Pass(this Company company, double days)
    {
        company.World.Clock.Advance(TimeSpan.FromDays(days));
        await company.World.Run(() => !company.Store.Owes && !company.Store.IsDue(company.World.Clock.GetUtcNow()));
    }

    /// <summary>Whether a moment that was planned has come and is not dealt with: one that a host claimed counts its attempts.</summary>
    public static bool IsDue(this WatchedStore store, DateTimeOffset now) =>
        store.Rows.Any(row => row.Table == Table.Work && (long.Parse(row.Key[..19], CultureInfo.InvariantCulture) <= now.UtcTicks || (!row.Key.Contains("|pump|", StringComparison.Ordinal) && row.Body.Contains("attempts", StringComparison.Ordinal))));

    /// <summary>Which rows hold any of these words.</summary>
    public static IReadOnlyList<string> Holding(this WatchedStore store, params string[] words) =>
        [.. store.Rows.Where(row => words.Any(word => row.Body.Contains(word, StringComparison.OrdinalIgnoreCase))).Select(static row => $"{row.Table} {row.Key}").Order(StringComparer.Ordinal)];

    /// <summary>What recruiters read in the threads of a channel.</summary>
    public static IReadOnlyList<string> Threads(this Company company, string channel) => [.. company.Slack.Messages(channel).Where(static message => message is { Bot: true, ThreadTs: not null }).Select(Company.Plain)];

    [GeneratedRegex("/c/([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])")]
    private static partial Regex Links();
}
