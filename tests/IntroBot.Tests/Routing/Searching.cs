using IntroBot.Playground.Slack;
using IntroBot.Tests.Introductions;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Queues;

public sealed class Searching
{
    [Theory]
    [InlineData("{0}")]
    [InlineData("queue {0}")]
    [InlineData("file {0}")]
    public async Task A_code_shows_a_recruiter_the_introduction_its_steps_and_what_happened(string asked)
    {
        await using var company = new Company();
        await company.Introduced();
        var id = company.Introductions[0];
        await company.Press(Office.Clara, company.Cards()[0], "claim");

        var shown = await company.Ask(Office.Clara, string.Format(null, asked, company.Code(id)));

        Assert.Equal($"*INT-CODE*: <@{Office.Ines}> introduces someone", Company.Plain(shown).Split('\n')[0]);
        Assert.Contains("backend engineer", shown.Shown, StringComparison.Ordinal);
        Assert.Contains($"What happened\n<@{Office.Ines}> introduced someone, 23\u00a0November 2026, 10:00\n<@{Office.Clara}> took it, 23\u00a0November 2026, 10:00", shown.Shown, StringComparison.Ordinal);
        Assert.Equal([id], TheQueue.Offered(shown, "met"));
        Assert.DoesNotContain("Ada", shown.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT-{0}")]
    [InlineData("int {0}")]
    [InlineData("{0}")]
    public async Task A_code_typed_to_the_bot_by_itself_is_understood_in_any_case(string typed)
    {
        await using var company = new Company();
        await company.Introduced();
        var code = company.Code(company.Introductions[0])[4..];
        var dm = company.Slack.Read(static world => world.Dm(Office.Theo).Id);

        await company.Slack.Say(Office.Theo, dm, string.Format(null, typed, code.ToLowerInvariant()));

        Assert.StartsWith($"*INT-CODE*: <@{Office.Ines}> introduces someone", company.Told(Office.Theo), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_introducer_finds_their_own_by_its_code_and_nobody_else_learns_whether_there_is_one()
    {
        await using var company = new Company();
        await company.Introduced();
        var code = company.Code(company.Introductions[0]);

        var own = await company.Ask(Office.Ines, code);
        Assert.Contains($"will answer by Wednesday 25\u00a0November.", own.Shown, StringComparison.Ordinal);
        Assert.Equal(["resend", "correct", "mute", "withdraw"], Company.Offered(own.Blocks).Select(static button => button.Step));

        foreach (var stranger in new[] { Demo.Jack, Office.Lou, Demo.Mina })
        {
            Assert.Equal("There is no such introduction here, or no longer. Nothing was changed.", (await company.Ask(stranger, code)).Shown);
            Assert.Equal("There is no such introduction here, or no longer. Nothing was changed.", (await company.Ask(stranger, "INT-000000")).Shown);
        }
    }

    [Fact]
    public async Task A_name_of_six_letters_is_no_code_and_opens_the_form()
    {
        await using var company = new Company();
        var dm = company.Slack.Read(static world => world.Dm(Office.Ines).Id);

        await company.Slack.Say(Office.Ines, dm, "Sandra");

        Assert.Contains("Sandra", company.Told(Office.Ines), StringComparison.Ordinal);
        Assert.Equal(["introduce"], Company.Offered(company.Slack.Dm(Office.Ines)[^1].Blocks).Select(static button => button.Step));
    }

    [Fact]
    public async Task Owners_alone_read_who_opened_the_details()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        await company.Press(Office.Clara, card, "claim");
        await company.Press(Office.Clara, card, "contact");
        await company.World.Until(slack => slack.Modal(Office.Clara)?.Shown.Contains("ada.martin@example.com", StringComparison.Ordinal) == true);
        var code = company.Code(company.Introductions[0]);

        Assert.Contains($"<@{Office.Clara}> opened the details, 23\u00a0November 2026", (await company.Ask(Demo.Omar, code)).Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("opened the details", (await company.Ask(Office.Fay, code)).Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("opened the details", (await company.Ask(Office.Clara, code)).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_find_open_introductions_of_ones_routes_by_what_they_do_and_where_never_by_who_they_are()
    {
        await using var company = new Company();
        await company.Introduced(fields: [("about", "Développeuse back-end"), ("address", "one@example.com")]);
        var found = company.Introductions[0];
        await company.Introduced(fields: [("about", "pastry cook"), ("address", "two@example.com")]);

        Assert.Equal([found], TheQueue.Offered(await company.Ask(Office.Clara, "queue developpeur lyon"), "claim"));
        Assert.Equal("No open introduction of your teams has “ada” in what they do or where.", (await company.Ask(Office.Clara, "queue Ada")).Shown);
        Assert.Equal("No open introduction of your teams has “developpeur” in what they do or where.", (await company.Ask(Office.Lou, "queue développeur")).Shown);
        Assert.StartsWith("The queue is for recruiters", (await company.Ask(Office.Ines, "queue développeur")).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lies_beyond_the_first_two_hundred_is_found_by_looking_further()
    {
        await using var company = new Company();
        var made = await new Archive(company).Waiting(450, static number => number % 449 == 0 ? "baker" : "engineer");

        var first = await company.Ask(Office.Clara, "queue baker");
        Assert.Equal([made[0]], TheQueue.Offered(first, "claim"));
        Assert.True((await company.Slack.Press(Office.Clara, first, "queue")).Ok);
        var second = company.Slack.Ephemerals(Office.Clara)[^1];
        Assert.StartsWith("Nothing with “baker” so far; there are more to look through.", second.Shown, StringComparison.Ordinal);
        Assert.True((await company.Slack.Press(Office.Clara, second, "queue")).Ok);
        Assert.Equal([made[^1]], TheQueue.Offered(company.Slack.Ephemerals(Office.Clara)[^1], "claim"));
    }
}
