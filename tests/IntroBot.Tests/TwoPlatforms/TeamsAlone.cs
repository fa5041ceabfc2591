using IntroBot.Ledger;
using IntroBot.Playground.Teams;
using IntroBot.Playground.Teams.Acts;
using IntroBot.Playground.Teams.Cards;
using IntroBot.Playground.Teams.State;

namespace IntroBot.Tests.TwoPlatforms;

/// <summary>An organisation that lives in Teams, and a host with nothing but Teams' settings.</summary>
public sealed class TeamsAlone : IAsyncDisposable
{
    private readonly House _house = new(slackToo: false);

    public async ValueTask DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task Everybody_is_welcomed_once_whatever_comes_twice_or_the_other_way_round()
    {
        await _house.Settle();
        await _house.Do(_house.Teams.Install(Maison.Jack, conversationFirst: true, times: 3));
        await _house.Do(_house.Teams.Uninstall(Maison.Jack));
        await _house.Do(_house.Teams.Install(Maison.Jack));

        Assert.Contains("You introduce, recruiters decide", Assert.Single(_house.Told(Maison.Jack)).Shown, StringComparison.Ordinal);
        Assert.Contains("Vous présentez, le recrutement décide", Assert.Single(_house.Told(Maison.Emma)).Shown, StringComparison.Ordinal);
        Assert.Empty(_house.Cards(Maison.General));
    }

    [Fact]
    public async Task From_a_sentence_in_the_private_chat_to_hired_and_thanked()
    {
        await _house.Settle();
        await _house.Do(_house.Teams.SayInPersonalChat(Maison.Jack, "introduce my contact Ada Martin, backend engineer in Lyon, ada.martin@example.com, to recruiting"));
        var form = _house.Told(Maison.Jack)[^1];
        await _house.Press(Maison.Jack, form, "introduce", ("route", "tech"), ("agreement", "agreed"));

        var (sent, told) = (_house.Told(Maison.Jack)[^2], _house.Told(Maison.Jack)[^1]);
        Assert.Equal(form.Id, sent.Id);
        Assert.DoesNotContain("Ada Martin", sent.Shown, StringComparison.Ordinal);
        Assert.Matches("INT-[0-9A-Z]{6} is on its way. Ravi Shah or Léa Moreau will answer by Wednesday 25\u00a0November.", Plain(told));

        var card = Assert.Single(_house.Cards());
        Assert.DoesNotContain("Ada", card.Shown.Replace("AdaptiveCard", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(Maison.Jack, card.Mentions);
        Assert.Equal("Done.", (await _house.Press(Maison.Ravi, card, "claim")).Text);
        Assert.Contains("Ravi Shah is on it.", Plain(Assert.Single(_house.Cards())), StringComparison.Ordinal);
        Assert.Contains("Ravi Shah is on it and will get in touch.", Plain(_house.Told(Maison.Jack)[^1]), StringComparison.Ordinal);

        var contact = (await _house.Press(Maison.Ravi, card, "contact")).Dialog!;
        Assert.Contains("Ada Martin", contact.Shown, StringComparison.Ordinal);
        Assert.Contains("ada.martin@example.com", contact.Shown, StringComparison.Ordinal);
        await _house.Press(Maison.Ravi, card, "met");
        await _house.Press(Maison.Ravi, card, "in-process");
        var sure = (await _house.Press(Maison.Ravi, card, "hired")).Dialog!;
        Assert.NotNull(sure.Card);
        Assert.Null((await _house.Send(Maison.Ravi)).Dialog);

        Assert.Contains("Hired; Ravi Shah saw it through.", Plain(Assert.Single(_house.Cards())), StringComparison.Ordinal);
        Assert.Contains("hired!", Plain(_house.Told(Maison.Jack)[^1]), StringComparison.Ordinal);
        var thanks = Assert.Single(_house.Cards(Maison.Thanks));
        Assert.Contains(Maison.Jack, thanks.Mentions);
        Assert.Equal(["introduce", "claim", "contact", "met", "in-process", "hired"], Events());
        Assert.Equal(6, _house.Store.Rows.Count(static row => row.Table == Table.Audit));
        Assert.DoesNotContain(_house.Teams.Exchanges, static exchange => exchange is { From: "bot", Ok: false });
    }

    [Theory]
    [InlineData("compose")]
    [InlineData("commandBox")]
    [InlineData("message")]
    public async Task The_message_extension_opens_the_form_from_anywhere(string context)
    {
        await _house.Settle();
        var post = context == "message" ? _house.Teams.Posts(Maison.EmmaAndJack)[0] : null;
        var opened = await _house.Do(_house.Teams.OpenMessageExtension(Maison.Emma, "introduce", context, context == "compose" ? Maison.EmmaAndJack : null, post));

        Assert.True(opened.Ok, opened.Why);
        Assert.Contains("Présenter", opened.Dialog!.Title, StringComparison.Ordinal);
        Assert.Equal(context == "message", opened.Dialog.Values.Values.Any(static value => value.Contains("data engineer", StringComparison.Ordinal)));
        var missing = await _house.Do(_house.Teams.SubmitDialog(Maison.Emma, new Dictionary<string, string?> { ["contact"] = "Ada Martin", ["about"] = "data engineer", ["agreement"] = "agreed", ["address"] = "nowhere", ["note"] = null }));
        Assert.True(missing.Ok, missing.Why);
        Assert.Contains("Ada Martin", missing.Dialog!.Values.Values);
        Assert.Empty(_house.Introductions);
        Assert.Null((await _house.Send(Maison.Emma, ("address", "ada.martin@example.com"), ("route", "tech"))).Dialog);
        Assert.Contains("Emma Petit", Plain(Assert.Single(_house.Cards())), StringComparison.Ordinal);
        Assert.Single(_house.Introductions);
    }

    [Fact]
    public async Task Named_in_a_channel_it_answers_in_the_private_chat_and_repeats_nothing_in_the_thread()
    {
        await _house.Settle();
        await _house.Do(_house.Teams.MentionInChannel(Maison.Jack, Maison.General, "introduce Ada Martin, backend engineer, ada.martin@example.com"));

        Assert.Equal("Ada Martin", Inputs.Initially(_house.Told(Maison.Jack)[^1].Card!)["contact"]);
        var thread = _house.Teams.Posts(Maison.General).Where(static post => post.Bot).ToList();
        Assert.Contains(Maison.Jack, Assert.Single(thread).Mentions);
        Assert.DoesNotContain("Ada", Plain(thread[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_is_answered_alone_and_nothing_changes()
    {
        await _house.Settle();
        var card = (await _house.IntroducedOnTeams())!;
        var before = (Written(), _house.Told(Maison.Jack).Count, Plain(card));

        Assert.Contains("Seul", (await _house.Press(Maison.Emma, card, "claim")).Text, StringComparison.Ordinal);
        Assert.Contains("Seul", (await _house.Press(Maison.Mina, card, "claim")).Text, StringComparison.Ordinal);
        Assert.Equal(before, (Written(), _house.Told(Maison.Jack).Count, Plain(_house.Cards()[0])));

        await _house.Press(Maison.Ravi, card, "claim");
        Assert.Contains("Ravi Shah is on it.", (await _house.Do(_house.Teams.Press(Maison.Omar, card, "claim"))).Text, StringComparison.Ordinal);
        var refused = (await _house.Press(Maison.Jack, card, "contact")).Dialog!;
        Assert.Null(refused.Card);
        Assert.DoesNotContain("Ada", refused.Shown, StringComparison.Ordinal);
        Assert.Null((await _house.Press(Maison.Jack, card, "not-now")).Dialog!.Card);
        Assert.Equal(["introduce", "claim"], Events());
    }

    [Fact]
    public async Task Not_now_reopened_passed_on_and_taken_over()
    {
        await _house.Settle();
        var card = (await _house.IntroducedOnTeams())!;
        await _house.Press(Maison.Ravi, card, "claim");
        await _house.Press(Maison.Ravi, card, "not-now");
        await _house.Send(Maison.Ravi, ("reason", "later"), ("sentence", "What a lovely conversation."));
        Assert.Contains("What a lovely conversation.", Plain(_house.Told(Maison.Jack)[^1]), StringComparison.Ordinal);
        Assert.DoesNotContain("lovely", Plain(_house.Cards()[0]), StringComparison.Ordinal);

        await _house.Press(Maison.Ravi, card, "reopen");
        await More(Maison.Omar, card, "take-over");
        Assert.Contains("Omar Benali is on it.", Plain(_house.Cards()[0]), StringComparison.Ordinal);
        await More(Maison.Omar, card, "pass");
        await _house.Send(Maison.Omar, ("to", "general"));

        Assert.Contains("passed on", Plain(_house.Cards()[0]), StringComparison.Ordinal);
        var next = Assert.Single(_house.Cards(Maison.Recruiting));
        await _house.Press(Maison.Mina, next, "pass");
        await _house.Send(Maison.Mina, ("to", "lea@example.test"));
        Assert.Contains("Léa Moreau", Plain(_house.Cards(Maison.Recruiting)[1]), StringComparison.Ordinal);
        Assert.Contains(Maison.Lea, _house.Teams.Thread(Maison.Recruiting, _house.Cards(Maison.Recruiting)[1].Id)[1].Mentions);
        await _house.Press(Maison.Lea, _house.Cards(Maison.Recruiting)[1], "claim");
        Assert.Equal(["introduce", "claim", "not-now", "reopen", "take-over", "pass", "pass", "claim"], Events());
        Assert.Single(_house.Cards(Maison.Thanks));
    }

    [Fact]
    public async Task The_introducer_corrects_mutes_follows_and_takes_back()
    {
        await _house.Settle();
        var card = (await _house.IntroducedOnTeams())!;
        var mine = _house.Told(Maison.Jack)[^1];
        var form = (await _house.Press(Maison.Jack, mine, "correct")).Dialog!;
        Assert.Equal("Ada Martin", form.Values["contact"]);
        await _house.Send(Maison.Jack, ("about", "platform engineer"), ("address", "not an address"));
        Assert.Equal("platform engineer", _house.Teams.Dialog(Maison.Jack)!.Values["about"]);
        Assert.Null((await _house.Send(Maison.Jack, ("address", "ada@example.com"))).Dialog);
        Assert.Contains("platform engineer", Plain(_house.Cards()[0]), StringComparison.Ordinal);

        await _house.Press(Maison.Jack, mine, "mute");
        var told = _house.Told(Maison.Jack).Count;
        await _house.Press(Maison.Ravi, card, "claim");
        Assert.Equal(told, _house.Told(Maison.Jack).Count);
        await _house.Do(_house.Teams.SayInPersonalChat(Maison.Jack, "my introductions"));
        await _house.Press(Maison.Jack, _house.Told(Maison.Jack)[^1], "follow");
        await _house.Press(Maison.Ravi, card, "met");
        Assert.Contains("have met", Plain(_house.Told(Maison.Jack)[^1]), StringComparison.Ordinal);

        Assert.NotNull((await _house.Press(Maison.Jack, mine, "withdraw")).Dialog!.Card);
        Assert.Null((await _house.Send(Maison.Jack)).Dialog);
        Assert.Contains("withdrawn", Plain(_house.Cards()[0]), StringComparison.Ordinal);
        Assert.DoesNotContain(_house.Store.Rows, static row => row.Table == Table.Intro && (row.Key == "pii" || row.Key.StartsWith("t|", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Mine_preferences_help_programme_and_doctor_are_asked_for_by_name()
    {
        await _house.Settle();
        await _house.IntroducedOnTeams(Maison.Omar);
        Assert.Contains("INT-", await Asked("my introductions"), StringComparison.Ordinal);
        Assert.Contains("introduce my contact", await Asked("help"), StringComparison.Ordinal);
        Assert.Contains("Technology", await Asked("programme"), StringComparison.Ordinal);
        Assert.Contains("All is well", await Asked("doctor"), StringComparison.Ordinal);
        await Asked("preferences");
        await _house.Press(Maison.Omar, _house.Told(Maison.Omar)[^1], "prefs", ("language", "fr"), ("thanks", "private"));
        Assert.Contains("présente mon contact", await Asked("aide"), StringComparison.Ordinal);

        await _house.Press(Maison.Ravi, _house.Cards()[0], "claim");
        Assert.Empty(_house.Cards(Maison.Thanks));
        Assert.Contains(_house.Told(Maison.Omar), static post => Plain(post).Contains("Dit en privé", StringComparison.Ordinal));

        async Task<string> Asked(string what)
        {
            await _house.Do(_house.Teams.SayInPersonalChat(Maison.Omar, what));
            return _house.Told(Maison.Omar)[^1].Shown;
        }
    }

    [Fact]
    public async Task No_word_on_Teams_names_another_chat()
    {
        await Not_now_reopened_passed_on_and_taken_over();
        foreach (var what in (string[])["help", "programme", "preferences", "doctor", "my introductions", "introduce"])
        {
            await _house.Do(_house.Teams.SayInPersonalChat(Maison.Omar, what));
        }

        Assert.DoesNotContain(_house.Teams.Exchanges, static exchange => exchange.From == "bot" && exchange.Body.Contains("slack", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A post's words, run together as people read them.</summary>
    internal static string Plain(Post post) => post.Shown.Replace("\n", "", StringComparison.Ordinal).Replace("<at>", "", StringComparison.Ordinal).Replace("</at>", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal);

    /// <summary>A step that stands in the card or, where there is no room, in the dialog of further steps.</summary>
    private async Task More(string person, Post card, string step)
    {
        var now = _house.Cards().Single(known => known.Id == card.Id);
        if (Buttons.Find(now.Card!, null, step) is not null)
        {
            await _house.Press(person, card, step);
            return;
        }

        await _house.Press(person, card, "more-steps");
        var seen = await _house.Do(_house.Teams.SubmitDialog(person, name: step));
        Assert.True(seen.Ok, seen.Why);
    }

    // Where somebody can be answered is learned from whatever they do.
    private int Written() => _house.Store.Ever.Count(static row => row.Table != Table.Config);

    private IReadOnlyList<string> Events() => [.. _house.Store.Rows
        .Where(static row => row.Table == Table.Intro && row.Key.StartsWith("e|", StringComparison.Ordinal)).OrderBy(static row => row.Key, StringComparer.Ordinal)
        .Select(static row => System.Text.Json.Nodes.JsonNode.Parse(row.Body)!["step"]!.GetValue<string>())];
}
