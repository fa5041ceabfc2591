using System.Text.Json.Nodes;
using System.Xml.Linq;
using IntroBot.Conversation;
using IntroBot.Conversation.Understanding;
using IntroBot.Playground.Slack;
using IntroBot.Teams.Receiving;
using IntroBot.Tests.Teams;
using IntroBot.Tests.Wording;
using Microsoft.Extensions.DependencyInjection;

namespace IntroBot.Tests.Manifests;

/// <summary>The Teams app says what the code does, and no more than it needs.</summary>
public sealed class TeamsManifestTests
{
    [Fact]
    public void It_is_of_the_newest_version_that_Microsoft_publishes()
    {
        var (manifest, newest) = (TeamsPackage.Manifest(), MicrosoftsSchemas.Newest.ToString());

        Assert.Equal(newest, (string?)manifest["manifestVersion"]);
        Assert.Contains($"/v{newest}/", (string?)manifest["$schema"], StringComparison.Ordinal);
        Assert.Contains($"/v{newest}/", (string?)TeamsPackage.French()["$schema"], StringComparison.Ordinal);
    }

    [Fact]
    public void It_has_the_version_of_the_program() =>
        Assert.Equal(XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value, (string?)TeamsPackage.Manifest()["version"]);

    [Fact]
    public async Task Microsofts_schemas_accept_it()
    {
        Assert.Empty((await MicrosoftsSchemas.Judge("MicrosoftTeams", TeamsPackage.Manifest())).SelectMany(static errors => errors));
        Assert.Empty((await MicrosoftsSchemas.Judge("MicrosoftTeams.Localization", TeamsPackage.French())).SelectMany(static errors => errors));
    }

    /// <summary>What makes sure that the test above can fail.</summary>
    [Fact]
    public async Task Microsofts_schemas_refuse_every_altered_one()
    {
        Action<JsonObject>[] manifests =
        [
            static manifest => manifest["id"] = "introbot",
            static manifest => manifest["bots"]![0]!["botId"] = "28:c9e8c047",
            static manifest => manifest["name"]!["short"] = new string('x', 31),
            static manifest => manifest["description"]!["short"] = new string('x', 81),
            static manifest => manifest["accentColor"] = "teal",
            static manifest => manifest["packageName"] = "com.example",
            static manifest => manifest["icons"]!.AsObject().Remove("outline"),
            static manifest => manifest["developer"]!["privacyUrl"] = "privacy.html",
            static manifest => manifest["bots"]![0]!["scopes"]![0] = "channel",
            static manifest => manifest["bots"]![0]!["commandLists"]![0]!["commands"]![0]!.AsObject().Remove("title"),
            static manifest => manifest["composeExtensions"]![0]!["commands"]![0]!["context"]![0] = "sidebar",
            static manifest => manifest["composeExtensions"]![0]!["commands"]![0]!["title"] = new string('x', 33),
            static manifest => manifest["permissions"]![0] = "calendar",
            static manifest => manifest["localizationInfo"]!["additionalLanguages"]![0]!.AsObject().Remove("file"),
        ];
        Action<JsonObject>[] texts =
        [
            static french => french["bots[0].commandLists[0].commands[0].titel"] = "x",
            static french => french["bots[1].commandLists[0].commands[0].title"] = "x",
            static french => french["name.short"] = new string('x', 31),
            static french => french["composeExtensions[0].commands[0].title"] = new string('x', 33),
            static french => french["developer.name"] = "x",
        ];

        var judged = (await MicrosoftsSchemas.Judge("MicrosoftTeams", [.. manifests.Select(static change => Changed(TeamsPackage.Manifest(), change))]))
            .Concat(await MicrosoftsSchemas.Judge("MicrosoftTeams.Localization", [.. texts.Select(static change => Changed(TeamsPackage.French(), change))])).ToList();

        Assert.All(judged, Assert.NotEmpty);
        TestContext.Current.TestOutputHelper?.WriteLine($"n={judged.Count} altered, {judged.Count(static errors => errors.Count > 0)} refused");
    }

    [Fact]
    public void Everything_a_person_reads_is_there_in_French_too()
    {
        string[] read =
        [
            "name.short", "name.full", "description.short", "description.full",
            .. TeamsPackage.Commands().SelectMany(static command => new[] { $"{command.Key}.title", $"{command.Key}.description" }),
            .. TeamsPackage.Extensions().SelectMany(static (_, c) => new[] { $"composeExtensions[0].commands[{c}].title", $"composeExtensions[0].commands[{c}].description" }),
        ];

        Assert.Equal(read.Order(StringComparer.Ordinal), TeamsPackage.French().Select(static pair => pair.Key).Where(static key => key != "$schema").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void French_has_its_spaces_and_neither_language_straight_quotes()
    {
        var french = TeamsPackage.French().Where(static pair => pair.Key != "$schema").Select(static pair => (string)pair.Value!).ToList();
        var english = Strings(TeamsPackage.Manifest()).Where(static text => text.Contains(' ', StringComparison.Ordinal));

        Assert.DoesNotContain(french, static text => TheWords.Breaks().IsMatch(text) || TheWords.WrongWidth().IsMatch(text));
        Assert.DoesNotContain(french.Concat(english), static text => text.AsSpan().ContainsAny('\'', '"'));
    }

    [Fact]
    public async Task The_menu_offers_in_both_languages_the_commands_that_are_answered()
    {
        var french = TeamsPackage.French();
        var offered = TeamsPackage.Commands().Select(command => (English: BotCommand.InChat(command.Title)?.Name, French: BotCommand.InChat((string)french[$"{command.Key}.title"]!)?.Name)).ToList();

        Assert.All(offered, static command => Assert.Equal(command.English, command.French));
        Assert.Equal((await Answered()).Order(StringComparer.Ordinal), offered.Select(static command => command.English).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Everywhere_the_bot_answers_its_commands_are_offered()
    {
        string[] scopes = [.. Enum.GetValues<Surface>().Select(static surface => surface switch { Surface.Personal => "personal", Surface.Group => "groupChat", _ => "team" }).Order(StringComparer.Ordinal)];

        Assert.Equal(scopes, TeamsPackage.Manifest()["bots"]![0]!["scopes"]!.AsArray().Select(static scope => (string)scope!).Order(StringComparer.Ordinal));
        Assert.Equal(scopes, TeamsPackage.Lists().SelectMany(static list => list!["scopes"]!.AsArray()).Select(static scope => (string)scope!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_action_of_the_message_extension_opens_its_form_wherever_it_stands()
    {
        var heard = new List<Said>();
        await using var app = await TeamsApp.Start((turn, _) =>
        {
            heard.Add(turn.Said);
            return Task.FromResult<Answer>(new Answer.Open(Samples.Form()));
        });

        foreach (var action in TeamsPackage.Extensions().Select(static action => action!))
        {
            Assert.Equal(("action", true), ((string?)action["type"], (bool)action["fetchTask"]!));
            foreach (var context in action["context"]!.AsArray().Select(static context => (string)context!))
            {
                var answer = await app.Invoke(Samples.Invoke("composeExtension/fetchTask", new JsonObject { ["commandId"] = (string?)action["id"], ["commandContext"] = context }, id: $"f:{context}"));
                Assert.Equal("continue", (string?)answer["task"]!["type"]);
                Assert.Equal((string?)action["id"], Assert.IsType<Said.Shortcut>(heard[^1]).Name);
            }
        }

        Assert.Equal(["compose", "commandBox", "message"], TeamsPackage.Extensions().SelectMany(static action => action!["context"]!.AsArray()).Select(static context => (string)context!));
    }

    [Fact]
    public void It_asks_for_nothing_it_does_not_use()
    {
        var manifest = TeamsPackage.Manifest();

        Assert.Empty(manifest["validDomains"]!.AsArray());
        Assert.Equal(["identity", "messageTeamMembers"], manifest["permissions"]!.AsArray().Select(static permission => (string)permission!));
        Assert.Empty(manifest.Select(static pair => pair.Key).Intersect(["authorization", "webApplicationInfo", "devicePermissions", "configurableTabs", "staticTabs", "connectors", "activities", "meetingExtensionDefinition", "copilotAgents"]));
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void An_icon_has_the_size_Teams_takes(string picture, int size) => Assert.Equal((size, size), TeamsPackage.Size(picture));

    /// <summary>The commands that get another answer than the help, and the help.</summary>
    private static async Task<IReadOnlyList<string>> Answered()
    {
        await using var world = new World();
        var (answers, omar) = (world.Services.GetRequiredService<TurnHandler>(), new Account(PlatformKind.Slack, Demo.Team, Demo.Omar));
        var answered = new List<string>();
        foreach (var command in BotCommand.All)
        {
            var answer = await answers(new Turn(omar, Demo.Team, command, new Said.Command("intros", command)), TestContext.Current.CancellationToken);
            if (command == "help" || answer is not Answer.Notice { Card.Summary: var summary } || summary.ToString() != Phrases.In(Language.En).Text(nameof(Words.HelpLead)))
            {
                answered.Add(command);
            }
        }

        return answered;
    }

    private static JsonObject Changed(JsonObject json, Action<JsonObject> change)
    {
        change(json);
        return json;
    }

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(static pair => Strings(pair.Value)),
        JsonArray array => array.SelectMany(Strings),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
