using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntroBot.Conversation;
using IntroBot.Teams.Drawing;

namespace IntroBot.Tests.Teams;

public sealed class CardTests
{
    private static readonly Account EveAccount = new(PlatformKind.Teams, TeamsApp.Tenant, Samples.EveId);
    private static readonly IntroductionId Introduction = new(Samples.Introduction);

    private static ITestOutputHelper? Output => TestContext.Current.TestOutputHelper;

    [Fact]
    public void A_route_card_is_drawn_so()
    {
        var card = new Card(Language.En, new Line([new Run.Said("INT-7K3F2Q", Strong: true), new Run.Said(", introduced by "), new Run.Mention(Eve("Eve"))]),
        [
            new Part.Paragraph(new Line([new Run.Said("INT-7K3F2Q", Strong: true), new Run.Said(", introduced by "), new Run.Mention(Eve("Eve"))])),
            new Part.Facts([new Fact("Where", Line.Typed("Lyon"))]),
            new Part.Actions(Introduction, [new Button("claim", "I’ll take it", ButtonStyle.Primary)], new Menu("More", [new MenuOption("pass", "Pass to…")])),
        ]);
        Assert.Equal(
            """
            {"type":"AdaptiveCard","$schema":"https://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","body":[{"type":"TextBlock","text":"**INT-7K3F2Q**, introduced by <at>Eve</at>","wrap":true},{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"Where: ","weight":"Bolder"},{"type":"TextRun","text":"Lyon"}]},{"type":"ActionSet","actions":[{"type":"Action.Execute","verb":"claim","data":{"step":"claim","introduction":"7k3f9x0000000000000000abcd"},"fallback":{"type":"Action.Submit","data":{"step":"claim","introduction":"7k3f9x0000000000000000abcd"},"title":"I’ll take it","style":"positive"},"title":"I’ll take it","style":"positive"},{"type":"Action.Submit","data":{"step":"pass","introduction":"7k3f9x0000000000000000abcd","menu":true,"msteams":{"type":"task/fetch"}},"title":"Pass to…"}]}],"fallbackText":"INT-7K3F2Q, introduced by Eve","speak":"INT-7K3F2Q, introduced by Eve","lang":"en","msteams":{"entities":[{"type":"mention","text":"<at>Eve</at>","mentioned":{"id":"29:1eve","name":"Eve"}}]}}
            """,
            Json(CardDrawing.Draw(card, Known())[0]));
    }

    [Fact]
    public void A_name_written_from_right_to_left_reorders_nothing_around_it()
    {
        const string name = "\u0645\u062d\u0645\u062f";
        var line = new Line([new Run.Said("Hello "), new Run.Typed(name), new Run.Said(" (2)")]);
        Assert.Contains($"\u2068{name}\u2069", Objects(JsonNode.Parse(Json(CardDrawing.Draw(Card.Of(Language.En, line), Mentions.None)[0]))!).Select(static run => (string?)run["text"]));
    }

    [Fact]
    public void A_form_is_drawn_with_labels_and_what_is_needed() => Assert.Equal(
        """
        {"type":"AdaptiveCard","$schema":"https://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","body":[{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"Whom?"}]},{"type":"Input.Text","id":"contact","label":"Name","isRequired":true,"errorMessage":"Please fill this in.","maxLength":200},{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"As they call themselves","size":"Small","isSubtle":true}],"spacing":"None"},{"type":"Input.ChoiceSet","id":"route","label":"Route","isRequired":true,"errorMessage":"Please fill this in.","style":"compact","choices":[{"title":"Tech","value":"tech"},{"title":"Other","value":"general"}],"value":"tech","wrap":true},{"type":"Input.Text","id":"note","label":"A word","isMultiline":true,"maxLength":600},{"type":"ActionSet","actions":[{"type":"Action.Submit","data":{"step":"introduce","nonce":"n"},"title":"Send","style":"positive"}]}],"fallbackText":"Introduce","lang":"en"}
        """,
        Json(FormDrawing.Dialog(Samples.Form(), "n")));

    [Theory]
    [InlineData(5, 5)]
    [InlineData(5, 2)]
    [InlineData(4, 2)]
    public void A_card_has_six_things_to_press_at_most_and_loses_none(int buttons, int options)
    {
        var actions = new Part.Actions(Introduction, [.. Enumerable.Range(0, buttons).Select(static i => new Button($"b{i}", $"B{i}"))], new Menu("More", [.. Enumerable.Range(0, options).Select(static i => new MenuOption($"m{i}", $"M{i}"))]));
        var drawn = JsonNode.Parse(Json(CardDrawing.Draw(new Card(Language.En, Line.Of("x"), [actions]), Mentions.None)[0]))!;
        Assert.InRange(Objects(drawn).Where(static node => node["actions"] is not null).Sum(static node => node["actions"]!.AsArray().Count), 1, 6);
        var offered = Objects(drawn).Select(static node => (string?)node["step"]).OfType<string>().Distinct().Where(static step => step != Buttons.MoreSteps);
        Assert.Equal(buttons + options, offered.Count());
    }

    [Fact]
    public void A_list_with_more_to_press_goes_on_in_the_next_card_with_each_entry_whole()
    {
        var parts = Enumerable.Range(0, 8).SelectMany(static i => new Part[]
        {
            new Part.Divider(),
            new Part.Paragraph(Line.Of($"INT-{i}")),
            new Part.Actions(Introduction, [new Button("correct", "Correct"), new Button("mute", "Mute"), new Button("withdraw", "Withdraw", ButtonStyle.Danger, "Sure?")]),
        });
        var drawn = CardDrawing.Draw(new Card(Language.En, Line.Of("Mine"), [.. parts.Skip(1)]), Mentions.None);
        Assert.Equal(4, drawn.Count);
        Assert.All(drawn, static card =>
        {
            Assert.InRange(card.Body.OfType<ActionSet>().Sum(static set => set.Actions.Count), 1, 6);
            Assert.IsNotType<ActionSet>(card.Body[0]);
            Assert.Null(card.Body[0].Separator);
            Assert.Single(card.Body, static element => element.Separator == true);
            Assert.IsType<ActionSet>(card.Body[^1]);
        });
    }

    [Fact]
    public void Nothing_somebody_typed_is_ever_read_as_markup()
    {
        const int seed = 11;
        var random = new Random(seed);
        var n = Environment.GetEnvironmentVariable("PROVE") == "1" ? 100_000 : 2_000;
        for (var i = 0; i < n; i++)
        {
            var (typed, name) = (Hostile(random), Hostile(random));
            var card = new Card(Language.En, Line.Typed(typed),
            [
                new Part.Heading(name),
                new Part.Paragraph(new Line([new Run.Mention(Eve(name)), new Run.Said(name), new Run.Said(name, Strong: true)])),
                new Part.Paragraph(new Line([new Run.Mention(Eve(name)), new Run.Typed(typed)])),
                new Part.Facts([new Fact("Where", Line.Typed(typed))]), new Part.Quote(Line.Typed(typed)), new Part.Aside(Line.Typed(typed)),
            ]);
            var drawn = JsonNode.Parse(Json(CardDrawing.Draw(card, Known())[0]))!;
            foreach (var block in Objects(drawn).Where(static node => (string?)node["type"] == "TextBlock"))
            {
                var text = (string)block["text"]!;
                var tags = Entities(drawn).Aggregate(text, static (rest, tag) => rest.Replace(tag, "", StringComparison.Ordinal));
                Assert.DoesNotContain('<', tags);
                Assert.True(IsInert(tags), $"seed={seed} i={i}: {tags}");
            }

            Assert.Single(Entities(drawn));
        }

        Output?.WriteLine($"promise 16, Teams: n = {n} cards, 0 read as markup, seed {seed}");
    }

    [Fact]
    public void What_is_very_long_still_fits_a_message()
    {
        var parts = Enumerable.Range(0, 40).Select(static i => (Part)new Part.Paragraph(Line.Typed(new string('é', 4_000) + i))).ToImmutableArray();
        var drawn = CardDrawing.Draw(new Card(Language.En, Line.Typed(new string('x', 5_000)), parts), Mentions.None);
        Assert.InRange(CardDrawing.Size(drawn), 1, Limits.MessageBytes);
        var many = new Form(Language.En, "pass", "t", [new Field.Choice("to", "To", [new OptionGroup("People", [.. Enumerable.Range(0, 2_000).Select(static i => new Option($"p{i}", new string('x', 100)))])])], "Send", "Close");
        Assert.InRange(2 * Json(FormDrawing.Dialog(many, "n")).Length, 1, Limits.ResultBytes);
    }

    [Fact]
    public void Two_people_of_one_name_are_two_mentions()
    {
        var other = new Person(new PersonId("p2"), "Eve", new Account(PlatformKind.Teams, TeamsApp.Tenant, Samples.LeaId));
        var mentions = new Mentions(new Dictionary<Account, string> { [EveAccount] = "29:1eve", [other.Account] = "29:1lea" });
        var line = new Line([new Run.Mention(Eve("Eve")), new Run.Said(" and "), new Run.Mention(other), new Run.Said(" and "), new Run.Mention(Eve("Eve"))]);
        var text = Assert.IsType<TextBlock>(Lines.Draw(line, mentions, 1_000)).Text;
        Assert.Equal("<at>Eve</at> and <at>Eve 2</at> and <at>Eve</at>", text);
        Assert.Equal(2, mentions.Within([new TextBlock(text)]).Count);
    }

    [Theory]
    [InlineData("a_b-c_d", "a_b-c_d")]
    [InlineData("a-_b_-c", @"a-\_b\_-c")]
    public void A_link_can_be_pressed_and_copied_as_it_stands(string token, string shown)
    {
        var line = new Line([new Run.Said("Here: "), new Run.Link(new Uri($"https://intro.example.test/c/{token}"))]);
        Assert.Equal($"Here: [https://intro.example.test/c/{shown}](https://intro.example.test/c/{token})", Assert.IsType<TextBlock>(Lines.Draw(line, Mentions.None, 1_000)).Text);
    }

    [Fact]
    public void A_link_stands_apart_from_what_somebody_typed()
    {
        var line = new Line([new Run.Typed("*Ada*"), new Run.Said(", here: "), new Run.Link(new Uri("https://intro.example.test/c/a")), new Run.Said(" See you.")]);
        var parts = Assert.IsType<Container>(Lines.Draw(line, Mentions.None, 1_000)).Items;
        Assert.Equal("*Ada*, here: ", string.Concat(Assert.IsType<RichTextBlock>(parts[0]).Inlines.Select(static run => run.Text)));
        Assert.Equal("[https://intro.example.test/c/a](https://intro.example.test/c/a)", Assert.IsType<TextBlock>(parts[1]).Text);
        Assert.IsType<RichTextBlock>(parts[2]);
    }

    [Fact]
    public void What_a_choice_may_take_away_does_not_keep_the_form_from_being_sent()
    {
        var form = Samples.Form() with { Fields = [new Field.Input("contact", "Name"), new Field.Choice("agreement", "Do they know?", [new OptionGroup(null, [new Option("agreed", "Yes")])], Redraws: true), new Field.Input("address", "Address")] };
        var drawn = JsonNode.Parse(Json(FormDrawing.Dialog(form, "n")))!;
        Assert.Equal([true, true, null], Objects(drawn).Where(static node => node["id"] is not null).Select(static node => (bool?)node["isRequired"]));
    }

    [Fact]
    public void Every_input_has_a_label_and_every_needed_one_says_so()
    {
        var drawn = JsonNode.Parse(Json(FormDrawing.Message(Samples.Form(), "n", ImmutableDictionary<string, string>.Empty.Add("contact", "Whom?"))))!;
        foreach (var input in Objects(drawn).Where(static node => ((string?)node["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true))
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)input["label"]));
            Assert.Equal(input["isRequired"] is not null, input["errorMessage"] is not null);
        }

        Assert.Equal("Whom?", (string)Objects(drawn).Single(static node => (string?)node["id"] == "contact")["errorMessage"]!);
    }

    private static string Json(AdaptiveCard card) => JsonSerializer.Serialize(card, CardJson.Wire.AdaptiveCard);

    private static Person Eve(string name) => new(new PersonId("p1"), name, EveAccount);

    private static Mentions Known() => new(new Dictionary<Account, string> { [EveAccount] = "29:1eve" });

    private static List<string> Entities(JsonNode card) => [.. card["msteams"]!["entities"]!.AsArray().Select(static entity => (string)entity!["text"]!)];

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => found.Select(static pair => pair.Value).SelectMany(Objects).Prepend(found),
        JsonArray array => array.SelectMany(Objects),
        _ => [],
    };

    /// <summary>Every mark of markdown is escaped; what is stressed is ours.</summary>
    private static bool IsInert(string text)
    {
        var bare = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                i++;
                bare.Append('x');
            }
            else
            {
                bare.Append(text[i]);
            }
        }

        var left = bare.ToString();
        left = left.IndexOf("**", StringComparison.Ordinal) is var open and >= 0 && left.LastIndexOf("**", StringComparison.Ordinal) is var close && close > open ? left.Remove(close, 2).Remove(open, 2) : left;
        return left.IndexOfAny(['`', '*', '_', '[', ']', '~', '#', '|', '!', '\u202e', '\u0000']) < 0;
    }

    private static string Hostile(Random random)
    {
        string[] pieces =
        [
            "<at>Boss</at>", "</at>", "<at>", "[x](https://evil.test)", "![i](https://evil.test/i.png)", "**b**", "__u__", "*i*", "`c`", "```", "# h", "> q", "- l", "1. l", "\n", "\n- ", "\\", "\\*", "&lt;at&gt;", "&#42;", "~~s~~",
            "|a|b|", "<script>", "{{x}}", "${x}", "\u202e", "\u0000", "\ud800", "e\u0301", "👩‍👩‍👧", "é", " ", "Eve", "<at>Eve</at>", "https://evil.test",
        ];
        return string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => pieces[random.Next(pieces.Length)]));
    }
}
