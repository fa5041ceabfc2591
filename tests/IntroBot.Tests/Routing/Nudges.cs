using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.State;
using IntroBot.Tests.Agreements;
using IntroBot.Tests.Introductions;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Queues;

/// <summary>Silence is a bug: it is nudged, then somebody else is asked. Begins on a Monday at ten in Paris.</summary>
public sealed class Nudges
{
    [Fact]
    public async Task After_two_working_days_the_recruiters_are_nudged_in_the_thread_and_after_four_the_fallback_is_asked()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        await company.Pass(1.99);
        Assert.Empty(Reminded(company));

        await company.Pass(0.02);
        var nudge = Assert.Single(Reminded(company));
        Assert.Equal(card.Ts, nudge.ThreadTs);
        Assert.StartsWith($"<@{Office.Clara}>, <@{Office.Theo}> or <@{Office.Gia}>, INT-CODE has been waiting for two working days. Who takes it?", Company.Plain(nudge), StringComparison.Ordinal);
        await company.Pass(2);

        Assert.StartsWith($"<@{Office.Fay}>, INT-CODE has been waiting for more than four working days. Could you find somebody to take it?", Company.Plain(Reminded(company)[^1]), StringComparison.Ordinal);
        Assert.Equal(2, Reminded(company).Count);
        await company.Pass(13);
        Assert.Equal(2, Reminded(company).Count);
        await company.Pass(2);
        Assert.Equal(3, Reminded(company).Count);
    }

    [Fact]
    public async Task Weekends_and_holidays_do_not_count()
    {
        await using var company = new Company(Office.Programme + "\nhours: { holidays: [2026-11-24, 2026-11-25] }");
        await company.Introduced();

        await company.Pass(3.99);
        Assert.Empty(Reminded(company));
        await company.Pass(0.02);
        Assert.Single(Reminded(company));
    }

    [Fact]
    public async Task Taken_in_time_nobody_is_nudged_and_it_can_be_taken_from_the_nudge_itself()
    {
        await using var company = new Company();
        await company.Introduced(fields: ("address", "one@example.com"));
        await company.Press(Office.Clara, company.Cards()[0], "claim");
        await company.Introduced(fields: ("address", "two@example.com"));
        await company.Pass(2.1);

        await company.Press(Office.Theo, Assert.Single(Reminded(company)), "claim");

        Assert.Contains($"<@{Office.Theo}> is on it.", company.Cards()[1].Shown, StringComparison.Ordinal);
        await company.Pass(3);
        Assert.Single(Reminded(company));
    }

    [Fact]
    public async Task Passed_on_the_days_count_anew_for_whom_it_was_passed_to()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        await company.Pass(1.9);
        await company.Press(Office.Clara, card, "", $"pass:{company.Introductions[0]}");
        await company.Send(Office.Clara, ("to", "general"));

        await company.Pass(1.9);
        Assert.Empty(Reminded(company).Concat(Reminded(company, Demo.Recruiting)));
        await company.Pass(2.2);
        Assert.StartsWith($"<@{Office.Paul}>, INT-CODE has been waiting for two working days.", Company.Plain(Assert.Single(Reminded(company, Demo.Recruiting))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_ten_working_days_without_a_word_whoever_carries_it_is_asked_what_happened_and_after_ten_more_the_fallback()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        await company.Press(Office.Clara, card, "claim");
        await company.Pass(13.9);
        Assert.Empty(Reminded(company));

        await company.Pass(0.2);
        var asked = Assert.Single(Reminded(company));
        Assert.StartsWith($"<@{Office.Clara}>, what happened with INT-CODE? One press is enough.", Company.Plain(asked), StringComparison.Ordinal);
        Assert.Equal(["contact", "met", "in-process", "hired", "not-now"], Company.Offered(asked.Blocks).Select(static button => button.Step));
        await company.Pass(14.1);

        Assert.StartsWith($"<@{Office.Fay}>, there has been no news of INT-CODE for more than twenty working days.", Company.Plain(Reminded(company)[^1]), StringComparison.Ordinal);
        await company.Press(Office.Fay, Reminded(company)[^1], "", $"take-over:{company.Introductions[0]}");
        Assert.Contains($"<@{Office.Fay}> is on it.", company.Cards()[0].Shown, StringComparison.Ordinal);
        await company.Pass(13.8);
        Assert.Equal(2, Reminded(company).Count);
    }

    [Fact]
    public async Task A_word_from_the_thread_counts_and_the_ten_days_begin_again()
    {
        await using var company = new Company();
        await company.Press(Office.Clara, await company.Introduced(), "claim");
        await company.Answer(company.LinkFor(Office.Ines), "confirm");
        await company.Pass(14.1);
        await company.Press(Office.Clara, Assert.Single(Reminded(company)), "met");

        await company.Pass(13.8);
        Assert.Single(Reminded(company));
        await company.Pass(0.3);
        Assert.Equal(2, Reminded(company).Count);
    }

    [Fact]
    public async Task A_nudge_that_comes_too_late_is_not_posted()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        company.Slack.Faults.Decide = static (method, request) => method == "chat.postMessage" && request.Body.Contains("waiting for two working days", StringComparison.Ordinal) ? Fault.RateLimited(600) : null;
        company.World.Clock.Advance(TimeSpan.FromDays(2.01));
        await company.World.Run(() => company.Slack.CallsOf("chat.postMessage").Any(static call => call.Error is not null));
        await company.Slack.Press(Office.Clara, card, "claim");
        company.Slack.Faults.Decide = null;

        await company.Settle();

        Assert.Empty(Reminded(company));
        Assert.Contains($"<@{Office.Clara}> is on it.", company.Cards()[0].Shown, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Message> Reminded(Company company, string channel = Demo.Tech) =>
        [.. company.Slack.Messages(channel).Where(static message => message is { Bot: true, ThreadTs: not null } && Company.Offered(message.Blocks).Any())];
}
