using IntroBot.Playground.Page;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Teams;
using IntroBot.Tests.Manifests;
using YamlDotNet.RepresentationModel;

namespace IntroBot.Tests.Playground;

/// <summary>The workspace and the tenant are installed with what the apps' manifests ask for, so that nothing works here that would not work in Slack and Teams.</summary>
public sealed class AsTheManifestSays
{
    private static readonly YamlNode Manifest = Read();
    private static readonly SlackOptions Installed = new();

    [Fact]
    public void The_bot_has_exactly_its_scopes() => Assert.Equal(Texts(Manifest["oauth_config"]["scopes"]["bot"]), Installed.Scopes.Order(StringComparer.Ordinal));

    [Fact]
    public void The_bot_hears_exactly_its_events() =>
        Assert.Equal(Texts(Manifest["settings"]["event_subscriptions"]["bot_events"]), Installed.Events.Order(StringComparer.Ordinal));

    [Fact]
    public void The_page_offers_exactly_its_commands()
    {
        var commands = Items(Manifest["features"]["slash_commands"]).Select(command => Text(command["command"])).ToArray();
        Assert.Equal(commands, Installed.Commands);
        Assert.Equal(commands, Menu.Commands().Select(command => (string?)command!["command"]));
        Assert.Equal(
            Items(Manifest["features"]["slash_commands"]).Select(command => (Text(command["description"]), Text(command["usage_hint"]))),
            Menu.Commands().Select(command => ((string)command!["description"]!, (string)command["usage"]!)));
    }

    [Fact]
    public void The_page_offers_exactly_its_shortcuts() => Assert.Equal(
        Items(Manifest["features"]["shortcuts"]).Select(shortcut => (Text(shortcut["name"]), Text(shortcut["callback_id"]), Text(shortcut["type"]))),
        Menu.Shortcuts().Select(shortcut => ((string)shortcut!["name"]!, (string)shortcut["callbackId"]!, (string)shortcut["type"]!)));

    [Fact]
    public void There_is_a_home_tab_only_where_it_has_one() =>
        Assert.Equal(Text(Manifest["features"]["app_home"]["home_tab_enabled"]), Installed.HomeTab ? "true" : "false");

    [Fact]
    public void The_tenant_offers_exactly_the_actions_of_the_message_extension() => Assert.Equal(
        TeamsPackage.Extensions().Select(static (action, at) => ((string)action!["id"]!, (string)action["title"]!, French($"composeExtensions[0].commands[{at}].title"), string.Join(' ', action["context"]!.AsArray()))),
        new TeamsOptions().Commands.Select(static command => (command.Id, command.Title.English, command.Title.French, string.Join(' ', command.Contexts))));

    [Fact]
    public void The_tenants_menu_proposes_exactly_the_commands() => Assert.Equal(
        TeamsPackage.Commands().Select(static command => (command.Title, French($"{command.Key}.title"), French($"{command.Key}.description"))),
        new TeamsOptions().Prompts.Select(static prompt => (prompt.Title.English, prompt.Title.French, prompt.Description.French)));

    private static string French(string key) => (string)TeamsPackage.French()[key]!;

    private static IEnumerable<YamlNode> Items(YamlNode list) => (YamlSequenceNode)list;

    private static IEnumerable<string> Texts(YamlNode list) => Items(list).Select(Text);

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static YamlNode Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "IntroBot.sln")))
        {
            folder = folder.Parent;
        }

        using var file = File.OpenText(Path.Combine(folder.FullName, "manifests", "slack", "manifest.yaml"));
        var yaml = new YamlStream();
        yaml.Load(file);
        return yaml.Documents[0].RootNode;
    }
}
