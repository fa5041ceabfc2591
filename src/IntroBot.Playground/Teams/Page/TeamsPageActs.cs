using System.Globalization;
using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.Acts;
using IntroBot.Playground.Teams.State;

namespace IntroBot.Playground.Teams.Page;

/// <summary>What the page asks for, done by the person who sits before it.</summary>
internal static class TeamsPageActs
{
    /// <returns>null for an act that does not exist.</returns>
    public static async Task<Seen?> Do(TeamsTenant teams, string act, string me, JsonObject asked)
    {
        string Field(string name) => asked.Text(name) ?? "";
        return act switch
        {
            "say" => await teams.Say(me, Field("conversation"), Field("text")),
            "mention" => await teams.MentionInChannel(me, Field("channel"), Field("text"), asked.Text("root")),
            "execute" => await Pressed(teams, asked, (post, action) => teams.PressExecute(me, post, Field("name"), Inputs(asked), action)),
            "submit" => await Pressed(teams, asked, (post, action) => teams.PressSubmit(me, post, Field("name"), Inputs(asked), action)),
            "dialogSubmit" => await teams.SubmitDialog(me, Inputs(asked), asked.Text("name")),
            "dialogClose" => Done(() => teams.CloseDialog(me)),
            "extension" => await Extension(teams, me, asked),
            "send" => teams.SendComposed(me, int.TryParse(Field("index"), CultureInfo.InvariantCulture, out var index) ? index : 0),
            "preview" => await teams.AnswerPreview(me, Field("choice") == "send" ? "send" : "edit"),
            "react" => await Pressed(teams, asked, (post, _) => teams.React(me, post, Field("type"), asked.Flag("takenBack") == true)),
            "look" => (await teams.Look(me, Field("conversation"))).FirstOrDefault(seen => !seen.Ok) ?? Seen.Nothing,
            "install" => await teams.Install(me),
            "uninstall" => await teams.Uninstall(me),
            "locale" when Field("locale") is "en-US" or "fr-FR" => Done(() => teams.ChangeMember(me, member => member with { Locale = Field("locale") })),
            "locale" => Seen.Cannot("unknown_locale"),
            _ => null,
        };
    }

    private static Task<Seen> Extension(TeamsTenant teams, string me, JsonObject asked)
    {
        var (command, context, conversation) = (asked.Text("command") ?? "", asked.Text("context") ?? "compose", asked.Text("conversation"));
        return teams.Options.Commands.Any(known => known.Id == command && known.IsQuery)
            ? teams.Query(me, command, asked.Text("text") ?? "", context, conversation)
            : teams.OpenMessageExtension(me, command, context, conversation, context == "message" ? Found(teams, asked) : null);
    }

    private static Seen Done(Action act)
    {
        act();
        return Seen.Nothing;
    }

    /// <summary>Acts on a post; where the page says which of several like actions was pressed (<c>data</c>), on that one.</summary>
    private static Task<Seen> Pressed(TeamsTenant teams, JsonObject asked, Func<Post, Func<JsonNode?, bool>?, Task<Seen>> act) => Found(teams, asked) is { } post
        ? act(post, asked.At("data") is { } data ? candidate => JsonNode.DeepEquals(candidate, data) : null)
        : Task.FromResult(Seen.Cannot("There is no such message"));

    private static Post? Found(TeamsTenant teams, JsonObject asked) => teams.Posts(asked.Text("thread") ?? "").FirstOrDefault(post => post.Id == asked.Text("id"));

    private static Dictionary<string, string?> Inputs(JsonObject asked) =>
        (asked.At("inputs") as JsonObject ?? []).ToDictionary(input => input.Key, input => input.Value is JsonValue value ? value.ToString() : null);
}
