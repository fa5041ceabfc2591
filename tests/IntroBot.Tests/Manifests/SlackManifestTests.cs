using IntroBot.Slack.Calling;
using IntroBot.Slack.Receiving;
using YamlDotNet.RepresentationModel;

namespace IntroBot.Tests.Manifests;

/// <summary>The Slack app's manifest says what the code does, within Slack's limits (docs.slack.dev, app manifest reference).</summary>
public sealed class SlackManifestTests
{
    private static readonly YamlMappingNode Manifest = Read();

    [Fact]
    public void It_is_of_the_second_version() => Assert.Equal("2", Value("_metadata", "major_version"));

    [Fact]
    public void The_commands_are_those_the_code_answers() =>
        Assert.Equal(Surface.Commands.Keys.Order(StringComparer.Ordinal), Items("features", "slash_commands").Select(static command => Value(command, "command")).Order(StringComparer.Ordinal));

    [Fact]
    public void The_shortcuts_are_those_the_code_answers() =>
        Assert.Equal(
            Surface.Shortcuts.Select(static shortcut => (shortcut.Key, shortcut.Value)).Order(),
            Items("features", "shortcuts").Select(static shortcut => (Value(shortcut, "callback_id"), Value(shortcut, "type"))).Order());

    [Fact]
    public void The_events_are_those_the_code_hears() =>
        Assert.Equal(Surface.Events.Keys.Order(StringComparer.Ordinal), Texts("settings", "event_subscriptions", "bot_events").Order(StringComparer.Ordinal));

    [Fact]
    public void The_scopes_are_exactly_those_that_calls_events_and_commands_need()
    {
        var needed = Method.All.SelectMany(static method => method.Scopes).Concat(Surface.Events.Values.Where(static scope => scope.Length > 0)).Append(Surface.CommandScope);
        Assert.Equal(needed.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), Texts("oauth_config", "scopes", "bot").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_method_the_client_calls_is_in_the_table_of_scopes()
    {
        var declared = typeof(Method).GetProperties().Where(static property => property.PropertyType == typeof(Method)).Select(static property => (Method)property.GetValue(null)!);
        Assert.Equal(declared.OrderBy(static method => method.Name), Method.All.OrderBy(static method => method.Name));
    }

    [Fact]
    public void Every_event_in_the_table_is_heard_and_messages_reach_the_bot()
    {
        Assert.Equal(("true", "false", "true"), (Value("features", "app_home", "messages_tab_enabled"), Value("features", "app_home", "messages_tab_read_only_enabled"), Value("features", "app_home", "home_tab_enabled")));
        Assert.Equal(("true", "false"), (Value("settings", "interactivity", "is_enabled"), Value("settings", "socket_mode_enabled")));
    }

    [Fact]
    public void Commands_escape_what_people_type_and_say_how_they_are_used() =>
        Assert.All(Items("features", "slash_commands"), static command =>
        {
            Assert.Equal("true", Value(command, "should_escape"));
            Assert.NotEmpty(Value(command, "usage_hint"));
        });

    [Fact]
    public void Addresses_are_the_routes_the_code_maps()
    {
        Assert.All(Items("features", "slash_commands"), static command => Assert.Equal("/slack/commands", new Uri(Value(command, "url")).AbsolutePath));
        Assert.Equal("/slack/events", new Uri(Value("settings", "event_subscriptions", "request_url")).AbsolutePath);
        Assert.Equal("/slack/interactions", new Uri(Value("settings", "interactivity", "request_url")).AbsolutePath);
    }

    [Fact]
    public void Texts_are_within_Slacks_limits()
    {
        Assert.InRange(Value("display_information", "name").Length, 1, 35);
        Assert.InRange(Value("display_information", "description").Length, 1, 140);
        Assert.InRange(Value("display_information", "long_description").Length, 175, 4000);
        Assert.Matches("^#[0-9a-f]{6}$", Value("display_information", "background_color"));
        Assert.InRange(Value("features", "bot_user", "display_name").Length, 1, 80);
        Assert.InRange(Items("features", "shortcuts").Count(), 1, 10);
        Assert.All(Items("features", "shortcuts"), static shortcut =>
        {
            Assert.InRange(Value(shortcut, "name").Length, 1, 24);
            Assert.InRange(Value(shortcut, "description").Length, 1, 150);
            Assert.InRange(Value(shortcut, "callback_id").Length, 1, 255);
        });
        Assert.All(Items("features", "slash_commands"), static command =>
        {
            Assert.InRange(Value(command, "command").Length, 2, 32);
            Assert.InRange(Value(command, "description").Length, 1, 2000);
            Assert.InRange(Value(command, "usage_hint").Length, 1, 1000);
        });
    }

    [Theory]
    [InlineData("", "_metadata", "display_information", "features", "oauth_config", "settings")]
    [InlineData("display_information", "name", "description", "background_color", "long_description")]
    [InlineData("features", "app_home", "bot_user", "shortcuts", "slash_commands")]
    [InlineData("settings", "event_subscriptions", "interactivity", "org_deploy_enabled", "socket_mode_enabled", "token_rotation_enabled")]
    public void Only_keys_that_Slack_knows_are_used(string part, params string[] known)
    {
        var node = part.Length == 0 ? Manifest : (YamlMappingNode)Manifest[part];
        Assert.Empty(node.Children.Keys.Select(static key => ((YamlScalarNode)key).Value!).Except(known));
    }

    private static string Value(params string[] path) => ((YamlScalarNode)path.Aggregate((YamlNode)Manifest, static (node, key) => node[key])).Value!;

    private static string Value(YamlNode node, string key) => ((YamlScalarNode)node[key]).Value!;

    private static IEnumerable<YamlNode> Items(params string[] path) => ((YamlSequenceNode)path.Aggregate((YamlNode)Manifest, static (node, key) => node[key])).Children;

    private static IEnumerable<string> Texts(params string[] path) => Items(path).Select(static item => ((YamlScalarNode)item).Value!);

    private static YamlMappingNode Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IntroBot.sln")))
        {
            folder = folder.Parent;
        }

        using var text = File.OpenText(Path.Combine(folder!.FullName, "manifests", "slack", "manifest.yaml"));
        var yaml = new YamlStream();
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
