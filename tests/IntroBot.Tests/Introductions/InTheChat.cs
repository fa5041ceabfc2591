using IntroBot.Playground.Slack;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Introductions;

public sealed class InTheChat
{
    [Fact]
    public async Task What_is_written_to_the_bot_is_quoted_with_a_button_that_opens_the_form_and_replaced_once_it_is_sent()
    {
        await using var company = new Company();
        var dm = company.Slack.Read(static world => world.Dm(Office.Ines).Id);
        await company.Slack.Say(Office.Ines, dm, "introduce my contact Ada Martin, backend engineer in Lyon, ada@example.com");
        var quote = company.Slack.Dm(Office.Ines)[^1];
        Assert.Contains("Ada Martin", quote.Shown, StringComparison.Ordinal);

        await company.Slack.Press(Office.Ines, quote, "introduce");
        Assert.Equal("Ada Martin", company.Slack.Modal(Office.Ines)!.Values["contact"]!["contact"]!["value"]!.GetValue<string>());
        await company.Send(Office.Ines, ("agreement", "agreed"), ("route", "tech"));

        await company.World.Until(slack => !slack.Dm(Office.Ines).Any(static message => message.Bot && (message.Shown + message.Text + message.BlocksJson).Contains("Ada", StringComparison.Ordinal)));
        Assert.Equal("Your form has been sent.", company.Slack.Dm(Office.Ines).Single(message => message.Ts == quote.Ts).Shown);
        Assert.Single(company.Cards());
    }

    [Fact]
    public async Task Words_for_help_show_help_and_for_mine_the_list()
    {
        await using var company = new Company();
        var dm = company.Slack.Read(static world => world.Dm(Office.Ines).Id);

        await company.Slack.Say(Office.Ines, dm, "Hello!");
        Assert.StartsWith("You introduce, recruiters decide.", company.Told(Office.Ines), StringComparison.Ordinal);

        await company.Slack.Say(Office.Ines, dm, "mine");
        Assert.StartsWith("No introductions yet.", company.Told(Office.Ines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mien")]
    [InlineData("Mes présentations")]
    [InlineData("mes introduction")]
    public async Task A_slip_of_the_finger_or_the_other_language_asks_for_the_same(string typed)
    {
        await using var company = new Company();
        var dm = company.Slack.Read(static world => world.Dm(Office.Ines).Id);

        await company.Slack.Say(Office.Ines, dm, typed);
        Assert.StartsWith("No introductions yet.", company.Told(Office.Ines), StringComparison.Ordinal);

        await company.Slack.Command(Office.Ines, Demo.General, "/intros", typed);
        Assert.StartsWith("No introductions yet.", company.Whispered(Office.Ines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_somebody_deleted_is_posted_anew_at_the_next_step()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        company.Slack.Change(world => world.In(Demo.Tech).RemoveAll(message => message.Ts == card.Ts));

        await new Wire(company.Slack).Press(new Sender(Office.Clara), "claim", company.Introductions[0]);
        await company.Settle();

        var anew = Assert.Single(company.Cards());
        Assert.Contains($"<@{Office.Clara}> is on it.", anew.Shown, StringComparison.Ordinal);
        await company.Press(Office.Clara, anew, "met");
        Assert.Contains("they met", Assert.Single(company.Cards()).Shown, StringComparison.Ordinal);
    }
}
