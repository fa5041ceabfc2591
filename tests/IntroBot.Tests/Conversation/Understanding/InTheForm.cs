using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.State;
using IntroBot.Tests.Introductions;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Understanding;

/// <summary>What somebody typed, as it stands in the form that opens.</summary>
public sealed class InTheForm
{
    [Theory]
    [InlineData("présente Jean-Baptiste de La Tour, chef pâtissier, à l'équipe luxe", "contact: Jean-Baptiste de La Tour, about: chef pâtissier, route: luxury")]
    [InlineData("Ada Martin <ada.martin@example.com> dev Rust à Toulouse, on a bossé ensemble chez R&D & Co", "contact: Ada Martin, about: dev Rust, location: Toulouse, route: general, relation: on a bossé ensemble chez R&D & Co, address: ada.martin@example.com")]
    [InlineData("https://www.linkedin.com/in/ada-martin\nAda Martin", "contact: Ada Martin, route: general, address: https://www.linkedin.com/in/ada-martin")]
    [InlineData("introduce Ada Martin, 06 12 34 56 78, she agreed, loves trains", "contact: Ada Martin, route: general, agreement: agreed, address: 06 12 34 56 78, note: loves trains")]
    [InlineData("introduce someone", "route: general")]
    public async Task Each_word_stands_in_its_field(string typed, string expected)
    {
        await using var company = new Company();

        await company.Slack.Command(Office.Ines, Demo.General, "/introduce", typed);

        Assert.Equal(expected, Filled(company));
    }

    [Fact]
    public async Task A_colleague_who_is_mentioned_reads_as_a_name_in_the_note()
    {
        await using var company = new Company();

        await company.Slack.Command(Office.Ines, Demo.General, "/introduce", $"<@{Demo.Jack}> me parle de sa sœur Zoé, data engineer");

        Assert.Equal("contact: Zoé, about: data engineer, route: general, note: @Jack Osei me parle de sa sœur", Filled(company));
    }

    [Theory]
    [InlineData(Demo.Jack, "about: baker, location: Lyon, route: general")]
    [InlineData("U0OTHER", "contact: Olga Other, about: baker, location: Lyon, route: general")]
    public async Task Who_wrote_a_message_is_the_contact_only_when_they_are_of_another_organisation(string author, string expected)
    {
        await using var company = new Company();
        company.Slack.Change(world =>
        {
            Demo.AddNeighbours(world);
            world.Channels[Demo.General] = world.Channels[Demo.General] with { ExtShared = true, Members = world.Channels[Demo.General].Members.Add("U0OTHER") };
            world.In(Demo.General).Add(new Message(Demo.General, "1764000000.000001", author, "a baker in Lyon") { At = world.Now });
            return world;
        });

        await company.Slack.MessageShortcut(Office.Ines, "introduce_from_message", Demo.General, "1764000000.000001");

        Assert.Equal(expected, Filled(company));
    }

    /// <summary>What stands in the open form, field by field.</summary>
    private static string Filled(Company company) => string.Join(", ", company.Slack.Modal(Office.Ines)!.Values
        .Select(static block => (Field: block.Key, Value: block.Value?[block.Key]?["value"]?.GetValue<string>() ?? block.Value?[block.Key]?["selected_option"]?["value"]?.GetValue<string>()))
        .Where(static field => field.Value is not null && field.Field != "language")
        .Select(static field => $"{field.Field}: {field.Value}"));
}
