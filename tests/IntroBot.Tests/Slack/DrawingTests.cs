using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using IntroBot.Conversation;
using IntroBot.Slack.Calling;
using IntroBot.Slack.Drawing;

namespace IntroBot.Tests.Slack;

/// <summary>Cards and forms as Slack gets them.</summary>
public sealed class DrawingTests
{
    private static readonly Person Lea = new(new PersonId("p"), "Léa", new Account(PlatformKind.Slack, "T0ACME", "U0LEA"));
    private static readonly Person Tom = new(new PersonId("t"), "Tom <tom>", new Account(PlatformKind.Teams, "tenant", "U0TOM"));
    private static readonly IntroductionId Introduction = new(Samples.Introduction);

    private static bool Prove => Environment.GetEnvironmentVariable("PROVE") == "1";

    [Fact]
    public void Whatever_is_typed_no_line_holds_a_live_token_or_breaks_a_limit() =>
        Every("lines", Hostile.Words, 3, Prove ? 200_000 : 10_000, static card =>
        {
            var (text, blocks) = Draw(card);
            return BlockKitCheck.Message(text, blocks);
        });

    [Fact]
    public void Whatever_is_typed_no_card_holds_a_live_token_or_breaks_a_limit() =>
        Every("cards", Hostile.Card, 1, Prove ? 100_000 : 800, static card =>
        {
            var (text, blocks) = Draw(card);
            return BlockKitCheck.Message(text, blocks);
        });

    [Fact]
    public void Whatever_is_typed_no_form_holds_a_live_token_or_breaks_a_limit() =>
        Every("forms", Hostile.Form, 2, Prove ? 100_000 : 800, static form => BlockKitCheck.View(Draw(form)));

    [Fact]
    public void Typed_words_alone_are_plain_and_whole()
    {
        var (_, blocks) = Draw(Card.Of(Language.En, new Line([new Run.Said("They wrote: "), new Run.Typed("<!channel> *now* & `x`")])));
        Assert.Equal("""{"type":"section","text":{"type":"plain_text","text":"They wrote: <!channel> *now* & `x`","emoji":false}}""", Flat(Assert.Single(blocks)!));
    }

    [Fact]
    public void Beside_a_mention_typed_words_are_escaped_once_and_cannot_format()
    {
        var (text, blocks) = Draw(Card.Of(Language.En, new Line([new Run.Mention(Lea), new Run.Said(" introduces "), new Run.Typed("<!here> *a* b_c & co")])));
        Assert.Equal("<@U0LEA> introduces &lt;!here&gt; ∗a∗ b_c &amp; co", text);
        Assert.Equal(("mrkdwn", true, text), ((string?)blocks[0]!["text"]!["type"], (bool?)blocks[0]!["text"]!["verbatim"], (string?)blocks[0]!["text"]!["text"]));
    }

    [Fact]
    public void A_name_written_from_right_to_left_reorders_nothing_around_it()
    {
        const string name = "\u0645\u062d\u0645\u062f";
        var (text, blocks) = Draw(Card.Of(Language.En, new Line([new Run.Said("Hello "), new Run.Typed(name), new Run.Said(" (2)")])));
        Assert.Equal($"Hello \u2068{name}\u2069 (2)", text);
        Assert.Equal(text, (string?)blocks[0]!["text"]!["text"]);
    }

    [Fact]
    public void Somebody_on_another_platform_is_named()
    {
        var (text, _) = Draw(Card.Of(Language.En, new Line([new Run.Mention(Tom), new Run.Said(" and "), new Run.Channel(new ChannelRef(PlatformKind.Slack, "C0TECH"))])));
        Assert.Equal("Tom &lt;tom&gt; and <#C0TECH>", text);
    }

    [Fact]
    public void Words_are_cut_between_characters_and_between_entities()
    {
        var family = string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 1000));
        var plain = (string)Draw(Card.Of(Language.En, Line.Typed(family))).Blocks[0]!["text"]!["text"]!;
        Assert.Equal((0, '…'), ((plain.Length - 1) % "👩‍👩‍👧‍👦".Length, plain[^1]));
        var marked = (string)Draw(Card.Of(Language.En, new Line([new Run.Mention(Lea), new Run.Typed(new string('&', 2000))]))).Blocks[0]!["text"]!["text"]!;
        Assert.Equal((true, true), (marked.EndsWith("&amp;…", StringComparison.Ordinal), marked.Length <= 3000));
    }

    [Theory]
    [InlineData(1_980)]
    [InlineData(1_985)]
    [InlineData(1_990)]
    public void A_long_fact_is_cut_before_a_mention_or_a_strong_word_and_never_inside(int typed)
    {
        var fact = new Fact("Who", new Line([new Run.Typed(new string('x', typed)), new Run.Said("Strong", true), new Run.Mention(Lea)]));
        var (text, blocks) = Draw(new Card(Language.En, Line.Of("x"), [new Part.Facts([fact])]));
        Assert.Empty(BlockKitCheck.Message(text, blocks));
        Assert.EndsWith("…", (string)blocks[0]!["fields"]![0]!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_has_buttons_with_their_step_and_a_menu_of_the_rest()
    {
        var actions = new Part.Actions(Introduction, [new Button("claim", "I'll take it", ButtonStyle.Primary), new Button("hired", "Hired", Confirm: "Really?")], new Menu("More", [new MenuOption("pass", "Pass to…")]));
        var block = Draw(new Card(Language.Fr, Line.Of("x"), [actions])).Blocks[0]!["elements"]!.AsArray();
        Assert.Equal(("claim", Samples.Introduction, "primary"), ((string?)block[0]!["action_id"], (string?)block[0]!["value"], (string?)block[0]!["style"]));
        Assert.Equal(("Really?", "Annuler"), ((string?)block[1]!["confirm"]!["text"]!["text"], (string?)block[1]!["confirm"]!["deny"]!["text"]));
        Assert.Equal(("overflow", $"pass:{Samples.Introduction}"), ((string?)block[2]!["type"], (string?)block[2]!["options"]![0]!["value"]));
    }

    [Fact]
    public void Two_buttons_of_one_step_are_told_apart()
    {
        var actions = new Part.Actions(null, [new Button("mine", "Newer", Value: "0"), new Button("mine", "Older", Value: "20")]);
        var block = Draw(new Card(Language.En, Line.Of("x"), [actions])).Blocks[0]!["elements"]!.AsArray();
        Assert.Equal([("mine", "0"), ("mine#2", "20")], block.Select(static button => ((string?)button!["action_id"], (string?)button["value"])));
    }

    [Fact]
    public void A_quote_has_its_bar_on_every_line()
    {
        var (_, blocks) = Draw(new Card(Language.En, Line.Of("x"), [new Part.Quote(Line.Typed("one\n> two\nthree"))]));
        Assert.Equal(">one\n>› two\n>three", (string?)blocks[0]!["text"]!["text"]);
    }

    [Fact]
    public void A_forms_inputs_are_named_as_its_fields_and_prefilled()
    {
        var form = new Form(
            Language.En,
            "introduce",
            "Introduce someone",
            [
                new Field.Input("contact", "Name", Initial: "Ada", Max: 80),
                new Field.Choice("agreement", "Do they know?", [new OptionGroup(null, [new Option("agreed", "They agreed"), new Option("not-yet", "Not yet")])], "agreed", Radio: true, Redraws: true),
                new Field.Choice("route", "Route", [new OptionGroup("Teams", [new Option("tech", "Tech")]), new OptionGroup("Other", [new Option("general", "Anything")])], "general"),
            ],
            "Send",
            "Cancel");
        var view = Draw(form);
        var blocks = view["blocks"]!.AsArray();
        Assert.Equal(["contact", "agreement", "route"], blocks.Select(static block => (string?)block!["block_id"]));
        Assert.Equal(["contact", "agreement", "route"], blocks.Select(static block => (string?)block!["element"]!["action_id"]));
        Assert.Equal(("Ada", 80), ((string?)blocks[0]!["element"]!["initial_value"], (int?)blocks[0]!["element"]!["max_length"]));
        Assert.Equal(("radio_buttons", true, "agreed"), ((string?)blocks[1]!["element"]!["type"], (bool?)blocks[1]!["dispatch_action"], (string?)blocks[1]!["element"]!["initial_option"]!["value"]));
        Assert.Equal(("Other", "general"), ((string?)blocks[2]!["element"]!["option_groups"]![1]!["label"]!["text"], (string?)blocks[2]!["element"]!["initial_option"]!["value"]));
        Assert.Empty(BlockKitCheck.View(view));
    }

    [Fact]
    public void In_a_dialog_facts_are_plain()
    {
        var view = Draw(new Form(Language.En, "contact", "Contact", [new Field.Facts([new Fact("Email", Line.Typed("ada_m@example.test")), new Fact("Note", Line.Typed("*<x>*"))])], null, "Close"));
        Assert.Equal(["Email", "ada_m@example.test", "Note", "*<x>*"], view["blocks"]!.AsArray().SelectMany(static block => block!["fields"]!.AsArray()).Select(static field => (string?)field!["text"]));
        Assert.All(view["blocks"]!.AsArray(), static block => Assert.Equal("plain_text", (string?)block!["fields"]![0]!["type"]));
    }

    private static void Every<T>(string what, Gen<T> gen, uint seed, int count, Func<T, IEnumerable<string>> wrong)
    {
        var pcg = new PCG(seed, seed);
        var found = 0;
        for (var i = 0; i < count; i++)
        {
            if (wrong(gen.Generate(pcg, null, out _)).FirstOrDefault() is { } fault)
            {
                found++;
                TestContext.Current.TestOutputHelper?.WriteLine($"#{i}: {fault}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"promise 16, Slack: n = {count} {what}, seed {seed}, {found} wrong");
        Assert.Equal(0, found);
    }

    private static (string Text, JsonArray Blocks) Draw(Card card)
    {
        var drawn = CardBlocks.Draw(card);
        var sent = JsonSerializer.SerializeToNode(new PostMessage("C0TECH", drawn.Text, drawn.Blocks, null, null), ApiJson.Wire.PostMessage)!;
        return ((string)sent["text"]!, sent["blocks"]!.AsArray());
    }

    private static JsonNode Draw(Form form) => JsonSerializer.SerializeToNode(new OpenView("t", FormView.Draw(form, Baggage.None)), ApiJson.Wire.OpenView)!["view"]!;

    private static string Flat(JsonNode node) => node.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
