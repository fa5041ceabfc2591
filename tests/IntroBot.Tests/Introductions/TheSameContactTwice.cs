using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Introductions;

/// <summary>Joined, never refused; recruiters see it, introducers do not.</summary>
public sealed class TheSameContactTwice
{
    [Fact]
    public async Task Recruiters_see_each_others_code_and_the_introducers_read_nothing_of_it()
    {
        await using var company = new Company();
        await company.Introduced(Office.Ines, fields: ("address", "Ada.Martin@Example.com"));
        await company.Introduced(Demo.Jack, fields: ("address", " ada.martin@example.com "));
        var codes = company.Introductions.ToDictionary(company.Code);

        Assert.Equal(2, codes.Count);
        foreach (var card in company.Cards())
        {
            var own = codes.Keys.Single(code => card.Text.Contains(code, StringComparison.Ordinal));
            var other = codes.Keys.Single(code => code != own);
            Assert.Contains($"Colleagues introduced the same person: {other}", card.Shown, StringComparison.Ordinal);
        }

        Assert.All([.. company.Slack.Dm(Office.Ines), .. company.Slack.Dm(Demo.Jack)], static told => Assert.DoesNotContain("same person", told.Shown, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("06 12 34 56 78", "+33612345678")]
    [InlineData("+33 (0)6 12 34 56 78", "0033 6.12.34.56.78")]
    [InlineData("https://www.linkedin.com/in/Ada-Martin/", "linkedin.com/in/ada-martin?trk=x")]
    public async Task However_the_address_is_written(string one, string other)
    {
        await using var company = new Company();
        await company.Introduced(Office.Ines, fields: ("address", one));
        await company.Introduced(Demo.Jack, fields: ("address", other));

        Assert.All(company.Cards(), static card => Assert.Contains("the same person", card.Shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_one_is_withdrawn_the_others_card_no_longer_tells_of_it()
    {
        await using var company = new Company();
        await company.Introduced(Office.Ines);
        await company.Introduced(Demo.Jack);
        Assert.Contains("the same person", company.Cards()[0].Shown, StringComparison.Ordinal);

        await company.Press(Demo.Jack, company.Slack.Dm(Demo.Jack)[0], "withdraw");

        Assert.DoesNotContain("the same person", company.Cards()[0].Shown, StringComparison.Ordinal);
        Assert.Single(company.Store.Rows, static row => row.Table == Table.Contact);
    }

    [Fact]
    public async Task Correcting_the_address_parts_them()
    {
        await using var company = new Company();
        await company.Introduced(Office.Ines);
        await company.Introduced(Demo.Jack);

        await company.Press(Demo.Jack, company.Slack.Dm(Demo.Jack)[0], "correct");
        await company.World.Until(slack => slack.Modal(Demo.Jack)?.Body["submit"] is not null);
        await company.Send(Demo.Jack, ("address", "another.ada@example.com"));

        Assert.All(company.Cards(), static card => Assert.DoesNotContain("the same person", card.Shown, StringComparison.Ordinal));
    }
}
