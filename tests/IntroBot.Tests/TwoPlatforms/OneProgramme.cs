using System.Text.Json.Nodes;
using IntroBot.Conversation;
using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Teams;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.TwoPlatforms;

/// <summary>One programme on Slack and Teams: the same introduction starts on one and is handled on the other.</summary>
public sealed class OneProgramme : IAsyncDisposable
{
    private House _house = new();

    public async ValueTask DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task Introduced_on_Teams_taken_on_Slack_hired_and_thanked_on_both()
    {
        await _house.Settle();
        await _house.IntroducedOnTeams();
        var card = Assert.Single(_house.SlackCards());
        await _house.Press(Demo.Ravi, card, "claim");
        Assert.Contains("Ravi Shah is on it.", TeamsAlone.Plain(Assert.Single(_house.Cards())), StringComparison.Ordinal);
        Assert.Contains($"<@{Demo.Ravi}> is on it.", _house.SlackCards()[0].Shown, StringComparison.Ordinal);
        Assert.Contains("Ravi Shah is on it and will get in touch.", TeamsAlone.Plain(_house.Told(Maison.Jack)[^1]), StringComparison.Ordinal);

        await _house.Press(Demo.Ravi, card, "hired");
        await _house.Do(_house.Slack.Submit(Demo.Ravi));
        Assert.Contains("Hired; Ravi Shah saw it through.", TeamsAlone.Plain(_house.Cards()[0]), StringComparison.Ordinal);
        Assert.Contains("hired!", TeamsAlone.Plain(_house.Told(Maison.Jack)[^1]), StringComparison.Ordinal);
        Assert.Empty(_house.SlackTold(Demo.Jack));
        Thanked();
    }

    [Fact]
    public async Task Introduced_on_Slack_taken_on_Teams_hired_and_thanked_on_both()
    {
        await _house.Settle();
        await _house.IntroducedOnSlack();
        var card = Assert.Single(_house.Cards());
        Assert.Contains(Maison.Jack, card.Mentions);
        await _house.Press(Maison.Lea, card, "claim");
        Assert.Contains($"<@{Demo.Lea}> is on it.", Assert.Single(_house.SlackCards()).Shown, StringComparison.Ordinal);
        await _house.Press(Maison.Lea, card, "hired");
        await _house.Send(Maison.Lea);

        Assert.Contains($"Hired; <@{Demo.Lea}> saw it through.", _house.SlackCards()[0].Shown, StringComparison.Ordinal);
        Assert.Contains("hired!", _house.SlackTold(Demo.Jack)[^1].Shown, StringComparison.Ordinal);
        Assert.Equal("You introduce", _house.Told(Maison.Jack)[^1].Shown[..13]);
        Thanked();
    }

    [Fact]
    public async Task One_claim_wins_whoever_presses_where()
    {
        await _house.Settle();
        await _house.IntroducedOnTeams();
        var (onSlack, onTeams) = (_house.SlackCards()[0], _house.Cards()[0]);
        await Task.WhenAll(_house.Slack.Press(Demo.Ravi, onSlack.Channel, onSlack.Ts, "claim"), _house.Teams.Press(Maison.Lea, onTeams, "claim"));
        await _house.Settle();

        var winner = _house.SlackCards()[0].Shown.Contains($"<@{Demo.Ravi}> is on it", StringComparison.Ordinal) ? (Slack: Demo.Ravi, Name: "Ravi Shah") : (Slack: Demo.Lea, Name: "Léa Moreau");
        Assert.Equal(Ids.Person(new Account(PlatformKind.Slack, Demo.Team, winner.Slack)).Value, _house.Head(_house.Introductions[0])["claimer"]!.GetValue<string>());
        Assert.Contains($"{winner.Name} is on it", TeamsAlone.Plain(_house.Cards()[0]), StringComparison.Ordinal);
        Assert.Equal(1, _house.Store.Rows.Count(static row => row.Table == Table.Intro && row.Key.StartsWith("e|", StringComparison.Ordinal) && row.Body.Contains("\"claim\"", StringComparison.Ordinal)));
        Thanked();
    }

    [Fact]
    public async Task Whoever_took_it_on_Slack_carries_it_on_in_Teams_and_back()
    {
        await _house.Settle();
        await _house.IntroducedOnSlack();
        await _house.Press(Demo.Ravi, _house.SlackCards()[0], "claim");
        Assert.Contains("Ada Martin", (await _house.Press(Maison.Ravi, _house.Cards()[0], "contact")).Dialog!.Shown, StringComparison.Ordinal);
        Assert.Equal("Done.", (await _house.Press(Maison.Ravi, _house.Cards()[0], "met")).Text);
        await _house.Press(Demo.Ravi, _house.SlackCards()[0], "in-process");
        Assert.Contains("In the hiring process, with Ravi Shah.", TeamsAlone.Plain(_house.Cards()[0]), StringComparison.Ordinal);
        Assert.Empty(_house.Slack.Ephemerals(Demo.Ravi));
    }

    [Fact]
    public async Task Whoever_introduced_finds_and_changes_it_on_either()
    {
        await _house.Settle();
        await _house.IntroducedOnSlack();
        await _house.IntroducedOnTeams(inputs: [("address", "grace@example.com"), ("contact", "Grace Hopper")]);
        await _house.Do(_house.Teams.SayInPersonalChat(Maison.Jack, "my introductions"));
        var list = _house.Told(Maison.Jack)[^1];
        Assert.Equal(2, TeamsAlone.Plain(list).Split("INT-").Length - 1);
        var first = _house.Introductions.Select(_house.Head).Single(static head => head["platform"]!.GetValue<string>() == "slack")["id"]!.GetValue<string>();
        var seen = await _house.Do(_house.Teams.Press(Maison.Jack, list, "withdraw", data: data => (string?)data!["introduction"] == first));
        Assert.True(seen.Ok, seen.Why);
        await _house.Send(Maison.Jack);
        Assert.Equal("withdrawn", _house.Head(first)["state"]!.GetValue<string>());
        Assert.Contains("withdrawn", _house.SlackTold(Demo.Jack)[^1].Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_days_limit_and_what_somebody_prefers_are_the_same_on_both()
    {
        await Reopen(House.Programme.Replace("routes:", "limits: { perDay: 2 }\nroutes:", StringComparison.Ordinal));
        await _house.IntroducedOnSlack();
        await _house.IntroducedOnTeams(inputs: ("address", "b@example.com"));
        await _house.Do(_house.Teams.OpenMessageExtension(Maison.Jack, "introduce"));
        var enough = await _house.Do(_house.Teams.SubmitDialog(Maison.Jack, House.Ada.ToDictionary(static field => field.Input, static field => field.Value)));
        Assert.Contains("(2)", enough.Dialog!.Shown, StringComparison.Ordinal);
        Assert.Equal(2, _house.Introductions.Count);

        await _house.Do(_house.Slack.Command(Demo.Jack, Demo.General, "/intros", "prefs"));
        await _house.Do(_house.Slack.Submit(Demo.Jack, new Dictionary<string, string?> { ["language"] = "fr", ["thanks"] = "private" }));
        await _house.Do(_house.Teams.SayInPersonalChat(Maison.Jack, "help"));
        Assert.Contains("Vous présentez", _house.Told(Maison.Jack)[^1].Shown, StringComparison.Ordinal);
        await _house.Press(Demo.Ravi, _house.SlackCards()[1], "claim");
        Assert.Contains("Dit en privé", _house.Told(Maison.Jack)[^1].Shown + _house.Told(Maison.Jack)[^2].Shown, StringComparison.Ordinal);
        Assert.Empty(_house.Cards(Maison.Thanks));
        Assert.Empty(_house.SlackCards(Demo.Kudos));
    }

    [Fact]
    public async Task Who_is_on_one_platform_only_is_named_on_the_other()
    {
        await _house.Settle();
        _house.Teams.Change(static state => state.Teams[Maison.Team] = state.Teams[Maison.Team] with { Members = state.Teams[Maison.Team].Members.Remove(Maison.Jack) });
        await _house.IntroducedOnSlack();
        Assert.Contains("Jack Osei", TeamsAlone.Plain(_house.Cards()[0]), StringComparison.Ordinal);
        Assert.DoesNotContain(Maison.Jack, _house.Cards()[0].Mentions);
        Assert.Contains($"<@{Demo.Jack}>", _house.SlackCards()[0].Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_cannot_be_reached_where_they_introduced_is_told_on_the_other()
    {
        await _house.Settle();
        await _house.IntroducedOnTeams();
        _house.Teams.Block(Maison.Jack);
        await _house.Press(Demo.Ravi, _house.SlackCards()[0], "claim");
        Assert.Contains($"<@{Demo.Ravi}> is on it", Assert.Single(_house.SlackTold(Demo.Jack)).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_one_platform_is_away_the_others_cards_and_messages_come()
    {
        await _house.Settle();
        _house.Slack.Faults.Decide = static (method, _) => method.StartsWith("chat.", StringComparison.Ordinal) ? Fault.Status(503) : null;
        var opened = await _house.Teams.OpenMessageExtension(Maison.Jack, "introduce");
        Assert.True(opened.Ok, opened.Why);
        await _house.Teams.SubmitDialog(Maison.Jack, House.Ada.ToDictionary(static field => field.Input, static field => field.Value));
        await _house.World.Run(() => _house.Cards().Count == 1 && _house.Told(Maison.Jack).Count == 2);
        Assert.Empty(_house.SlackCards());
        _house.Slack.Faults.Decide = null;
        await _house.Settle();
        Assert.Single(_house.SlackCards());
    }

    [Fact]
    public async Task A_message_on_one_platform_is_not_held_back_while_the_other_does_not_say_who_people_are()
    {
        await _house.Settle();
        _house.Slack.Faults.Decide = static (_, _) => Fault.Status(503);
        var opened = await _house.Teams.OpenMessageExtension(Maison.Jack, "introduce");
        Assert.True(opened.Ok, opened.Why);
        await _house.Teams.SubmitDialog(Maison.Jack, House.Ada.ToDictionary(static field => field.Input, static field => field.Value));
        await _house.World.Run(() => _house.Told(Maison.Jack).Count == 2);
        Assert.Contains("Ravi Shah", _house.Told(Maison.Jack)[^1].Shown, StringComparison.Ordinal);
        _house.Slack.Faults.Decide = null;
        await _house.Settle();
    }

    [Fact]
    public async Task An_answer_comes_back_where_the_question_was_asked()
    {
        await _house.Settle();
        var card = (await _house.IntroducedOnTeams())!;
        await _house.Press(Maison.Lea, card, "ask-introducer");
        await _house.Send(Maison.Lea, ("question", "When could they start?"));
        await _house.Press(Maison.Jack, _house.Told(Maison.Jack)[^1], "answer");
        await _house.Send(Maison.Jack, ("answer", "In March."));

        Assert.Contains(_house.Teams.Posts(card.Thread), static post => post.Shown.Contains("In March.", StringComparison.Ordinal));
        Assert.DoesNotContain(_house.Slack.Messages(Demo.Tech), static message => message.Shown.Contains("In March.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Introductions_made_before_two_accounts_were_one_persons_are_not_lost()
    {
        await Reopen(House.Programme.Replace("domains: [example.test]\n", "", StringComparison.Ordinal));
        await _house.IntroducedOnSlack();
        await _house.IntroducedOnTeams(inputs: ("address", "b@example.com"));
        await _house.Press(Maison.Ravi, _house.Cards()[1], "claim");
        Assert.Contains("The recruiter who took it", await Refused(Demo.Ravi, "met", 1), StringComparison.Ordinal);
        Assert.Equal(1, await Mine());

        await Reopen();
        Assert.Equal(2, await Mine());
        await _house.Press(Demo.Ravi, _house.SlackCards()[1], "met");
        Assert.Contains("met", TeamsAlone.Plain(_house.Cards()[1]), StringComparison.Ordinal);
        await _house.Press(Demo.Lea, _house.SlackCards()[0], "claim");
        Assert.DoesNotContain("first introduction", _house.SlackCards(Demo.Kudos)[^1].Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_common_address_in_the_programmes_domains_nobody_is_linked()
    {
        await Reopen(House.Programme.Replace("[example.test]", "[example.com]", StringComparison.Ordinal));
        await Introduced();
        Assert.Equal(1, await Mine());
        _house.Teams.ChangeMember(Maison.Jack, static member => member with { Email = "j.osei@example.test", Upn = "j.osei@example.test" });
        await Reopen();
        Assert.Equal(1, await Mine());
    }

    [Fact]
    public async Task A_guest_on_one_platform_is_nobody_of_the_others()
    {
        await _house.Slack.ChangeUser(Demo.Jack, static person => person with { IsRestricted = true });
        await _house.IntroducedOnTeams();
        Assert.Equal(OnTeams(Maison.Jack), _house.Head(_house.Introductions[0])["introducer"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_owner_links_in_the_file_and_what_the_file_no_longer_says_holds_no_more()
    {
        _house.Teams.ChangeMember(Maison.Ravi, static member => member with { Email = "r.shah@corp.test", Upn = "r.shah@corp.test" });
        await Reopen(House.Programme.Replace("routes:", $"people: [{{ same: [slack:{Demo.Ravi}, teams:{_house.Teams.Member(Maison.Ravi).ObjectId}] }}]\nroutes:", StringComparison.Ordinal));
        await _house.IntroducedOnSlack();
        await _house.Press(Demo.Ravi, _house.SlackCards()[0], "claim");
        Assert.Equal("Done.", (await _house.Press(Maison.Ravi, _house.Cards()[0], "met")).Text);

        await Reopen();
        Assert.Contains("The recruiter who took it", (await _house.Press(Maison.Ravi, _house.Cards()[0], "in-process")).Text, StringComparison.Ordinal);
        await _house.Press(Demo.Ravi, _house.SlackCards()[0], "in-process");
        Assert.Empty(_house.Slack.Ephemerals(Demo.Ravi));
    }

    private string OnTeams(string person) => Ids.Person(new Account(PlatformKind.Teams, Maison.Tenant, _house.Teams.Member(person).ObjectId)).Value;

    private async Task Introduced()
    {
        await _house.IntroducedOnSlack();
        await _house.IntroducedOnTeams(inputs: ("address", "b@example.com"));
    }

    /// <summary>How many introductions Jack finds on Teams as his own.</summary>
    private async Task<int> Mine()
    {
        await _house.Do(_house.Teams.SayInPersonalChat(Maison.Jack, "my introductions"));
        return TeamsAlone.Plain(_house.Told(Maison.Jack)[^1]).Split("INT-").Length - 1;
    }

    private async Task<string> Refused(string user, string step, int card)
    {
        await _house.Press(user, _house.SlackCards()[card], step);
        return _house.Slack.Ephemerals(user)[^1].Shown;
    }

    private async Task Reopen(string? programme = null)
    {
        _house = await _house.Reopened(programme);
        await _house.Settle();
    }

    private void Thanked()
    {
        Assert.Contains(Maison.Jack, Assert.Single(_house.Cards(Maison.Thanks)).Mentions);
        Assert.Contains($"<@{Demo.Jack}>", Assert.Single(_house.SlackCards(Demo.Kudos)).Shown, StringComparison.Ordinal);
    }
}
