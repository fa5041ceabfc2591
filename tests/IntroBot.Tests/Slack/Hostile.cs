using System.Collections.Immutable;
using CsCheck;
using IntroBot.Conversation;

namespace IntroBot.Tests.Slack;

/// <summary>Cards and forms with anything typed anywhere.</summary>
internal static class Hostile
{
    private static readonly string[] Pieces =
    [
        "<!channel>", "<!here|x>", "<!subteam^S0EVIL>", "<@U0EVIL>", "<#C0EVIL|x>", "<https://evil.test|Ada's profile>", "<mailto:a@b|c>", "<!date^1^{date}|x>", "<", ">", "&", "&lt;", "&amp;lt;!channel&amp;gt;",
        "*bold*", "_it_", "~no~", "`code`", "```\nx\n```", "> quote", "\n>", "\n", "\r\n", "\t", " ", "*", "_", "a_b", "2*3", ":smile:", "@channel", "#general", "http://evil.test", "\u202e", "\u2066", "\u200b", "\0", "\u001b[31m",
        "👩‍👩‍👧‍👦", "é", "e\u0301\u0302\u0303", "*\u0301bold*\u0301", "\ud800", "\udc00", "漢字", "مرحبا", "Ada Martin", "|", "\\", "\"", "{{x}}", "%s",
    ];

    public static Gen<string> Text { get; } = Gen.Frequency(
        (60, Gen.OneOf(Pieces).Array[0, 8].Select(string.Concat)),
        (20, Gen.String[0, 40]),
        (2, Gen.Select(Gen.OneOf(Pieces), Gen.Int[1, 4200], static (piece, times) => string.Concat(Enumerable.Repeat(piece, Math.Max(1, times / piece.Length))))),
        (10, Gen.Const("")));

    private static readonly Gen<Person> Someone = Gen.Select(Text, Gen.OneOf("U0LEA", "U0LEA> <!channel", "", "evil"), static (name, user) =>
        new Person(new PersonId("p"), name, new Account(user.Length == 0 ? PlatformKind.Teams : PlatformKind.Slack, "T0ACME", user)));

    private static readonly Gen<Run> Run = Gen.Frequency<Run>(
        (5, Text.Select(static Run (text) => new Run.Typed(text))),
        (2, Gen.Const<Run>(new Run.Said(" introduces "))),
        (1, Gen.Const<Run>(new Run.Said("Strong", true))),
        (2, Someone.Select(static Run (person) => new Run.Mention(person))),
        (1, Gen.OneOf("C0TECH", "C0TECH|<!here>", "x").Select(static Run (channel) => new Run.Channel(new ChannelRef(PlatformKind.Slack, channel)))));

    private static readonly Gen<Line> Line = Run.Array[0, 5].Select(static runs => new Line([.. runs]));

    private static readonly Gen<ImmutableArray<Fact>> Facts = Line.Select(static line => new Fact("Label", line)).Array[1, 14].Select(static facts => facts.ToImmutableArray());

    private static readonly Gen<IntroductionId?> Introduction = Gen.OneOf<IntroductionId?>(null, new IntroductionId(Samples.Introduction));

    private static readonly Gen<Button> Button = Gen.Select(
        Gen.OneOf("claim", "mine", "contact"), Text, Gen.Enum<ButtonStyle>(), Text, Text, static (step, label, style, confirm, value) => new Button(step, label, style, confirm.Length % 3 == 0 ? null : confirm, value));

    private static readonly Gen<Menu?> Menu = Gen.Select(
        Text, Gen.Select(Gen.OneOf("pass", "take-over", "ask-introducer"), Text, static (step, label) => new MenuOption(step, label)).Array[0, 8], static Menu? (label, options) => new Menu(label, [.. options]));

    private static readonly Gen<Part> Part = Gen.OneOf<Part>(
        Text.Select(static Part (text) => new Part.Heading(text)),
        Line.Select(static Part (line) => new Part.Paragraph(line)),
        Facts.Select(static Part (facts) => new Part.Facts(facts)),
        Line.Select(static Part (line) => new Part.Quote(line)),
        Line.Select(static Part (line) => new Part.Aside(line)),
        Gen.Const<Part>(new Part.Divider()),
        Gen.Select(Introduction, Button.Array[1, 30], Gen.OneOf<Menu?>(Menu, Gen.Const<Menu?>(static () => null)), static Part (introduction, buttons, menu) => new Part.Actions(introduction, [.. buttons], menu)));

    /// <summary>One line of everything.</summary>
    public static Gen<Card> Words { get; } = Line.Select(static line => IntroBot.Conversation.Card.Of(Language.En, line));

    public static Gen<Card> Card { get; } = Gen.Select(Gen.Enum<Language>(), Line, Gen.Frequency((9, Part.Array[0, 6]), (1, Part.Array[0, 60])), static (language, summary, parts) => new Card(language, summary, [.. parts]));

    private static readonly Gen<OptionGroup> Group = Gen.Select(
        Gen.OneOf<string?>(Text.Select(static string? (title) => title), Gen.Const<string?>(static () => null)), Text.Array[0, 130], static (title, labels) => new OptionGroup(title, [.. labels.Select(static (label, i) => new Option($"v{i}", label))]));

    private static readonly Gen<Func<int, Field>> Field = Gen.OneOf<Func<int, Field>>(
        Line.Select(static Func<int, Field> (line) => _ => new Field.Text(line)),
        Facts.Select(static Func<int, Field> (facts) => _ => new Field.Facts(facts)),
        Gen.Select(Text, Text, Text, Text, Gen.Int[-5, 9000], static Func<int, Field> (label, hint, placeholder, initial, max) =>
            at => new Field.Input($"input{at}", label, hint, placeholder, initial, max % 2 == 0, max % 3 == 0, max)),
        Gen.Select(Text, Group.Array[0, 3], Gen.OneOf("v0", "v7", "none"), Gen.Bool, static Func<int, Field> (label, groups, initial, radio) =>
            at => new Field.Choice($"choice{at}", label, [.. groups], initial, label, !radio, radio, radio)));

    public static Gen<Form> Form { get; } = Gen.Select(
        Gen.Enum<Language>(), Text, Field.Array[0, 8], Introduction, static (language, title, fields, introduction) =>
            new Form(language, "introduce", title, [.. fields.Select(static (field, at) => field(at))], title, title, introduction));
}
