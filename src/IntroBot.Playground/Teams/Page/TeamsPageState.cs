using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.State;

namespace IntroBot.Playground.Teams.Page;

/// <summary>What one person's browser window shows of Teams.</summary>
internal static class TeamsPageState
{
    private const int ExchangesShown = 50;

    public static JsonObject Of(TenantState state, string me, long version)
    {
        var person = state.People[me];
        var personal = state.PersonalChat(me);
        var chats = state.Chats.Values.Where(chat => chat.Members.Contains(me)).OrderByDescending(chat => chat.Id == personal.Id).ToArray();
        var teams = state.Teams.Values.Where(team => team.Members.Contains(me)).ToArray();
        var channels = state.Channels.Values.Where(channel => teams.Any(team => team.Id == channel.TeamId)).ToArray();
        return new()
        {
            ["version"] = version,
            ["tenant"] = new JsonObject { ["id"] = person.TenantId, ["name"] = state.Organisations[person.TenantId].Name },
            ["bot"] = new JsonObject { ["id"] = state.Options.BotId, ["name"] = state.Options.BotName, ["chat"] = personal.Id, ["installed"] = state.Installed.Contains(me) },
            ["me"] = Shown(person),
            ["people"] = Json.List(state.People.Values, other => Shown(other, person)),
            ["chats"] = Json.List(chats, chat => new JsonObject { ["id"] = chat.Id, ["name"] = chat.IsWithBot ? state.Options.BotName : chat.Name, ["bot"] = chat.IsWithBot }),
            ["teams"] = Json.List(teams, team => Shown(state, team)),
            ["posts"] = new JsonObject(chats.Select(chat => chat.Id).Concat(channels.Select(channel => channel.Id)).Select(thread => KeyValuePair.Create<string, JsonNode?>(thread, Posts(state, me, thread)))),
            ["dialog"] = state.Dialogs.GetValueOrDefault(me) is { } dialog ? Shown(dialog) : null,
            ["composed"] = state.Composed.GetValueOrDefault(me) is { } composed ? Shown(composed) : null,
            ["prompts"] = Json.List(state.Options.Prompts, prompt => new JsonObject { ["title"] = prompt.Title.In(person.Locale), ["description"] = prompt.Description.In(person.Locale) }),
            ["commands"] = Json.List(state.Options.Commands, command => new JsonObject
            {
                ["id"] = command.Id,
                ["title"] = command.Title.In(person.Locale),
                ["query"] = command.IsQuery,
                ["contexts"] = Json.List(command.Contexts, context => context),
            }),
            ["calls"] = Json.List(state.Exchanges.AsEnumerable().Reverse().Take(ExchangesShown), Shown),
        };
    }

    private static JsonObject Shown(Member other, Member me)
    {
        var shown = Shown(other);
        shown["elsewhere"] = other.TenantId != me.TenantId;
        return shown;
    }

    private static JsonObject Shown(Member person) => new()
    {
        ["id"] = person.Id,
        ["objectId"] = person.ObjectId,
        ["name"] = person.Name,
        ["email"] = person.Email,
        ["role"] = person.Role,
        ["locale"] = person.Locale,
        ["guest"] = person.IsGuest,
    };

    private static JsonObject Shown(TenantState state, Team team) => new()
    {
        ["id"] = team.Id,
        ["name"] = team.Name,
        ["installed"] = state.Installed.Contains(team.Id),
        ["channels"] = Json.List(state.Channels.Values.Where(channel => channel.TeamId == team.Id), channel => new JsonObject { ["id"] = channel.Id, ["name"] = channel.Name }),
    };

    private static JsonArray Posts(TenantState state, string me, string thread) => Json.List(state.In(thread), post => Shown(state, me, post));

    private static JsonObject Shown(TenantState state, string me, Post post) => new()
    {
        ["id"] = post.Id,
        ["root"] = post.Root,
        ["from"] = post.From,
        ["name"] = post.Bot ? state.Options.BotName : state.People[post.From].Name,
        ["bot"] = post.Bot,
        ["text"] = post.Text,
        ["format"] = post.TextFormat,
        ["cards"] = Cards(state, me, post),
        ["alone"] = state.Views.ContainsKey((me, post.Thread, post.Id)),
        ["edited"] = post.Edited,
        ["deleted"] = post.Deleted,
        ["alert"] = post.Alert || post.Mentions.Contains(me),
        ["at"] = post.At,
        ["reactions"] = Json.List(post.Reactions, reaction => new JsonObject { ["type"] = reaction.Type, ["by"] = reaction.By }),
    };

    private static JsonArray Cards(TenantState state, string me, Post post) => state.Views.GetValueOrDefault((me, post.Thread, post.Id)) is { } view
        ? new(JsonNode.Parse(view))
        : Json.List(post.Attachments.Where(attachment => attachment.At("content") is not null), attachment => attachment.At("content")!.DeepClone());

    private static JsonObject Shown(Dialog dialog) => new()
    {
        ["id"] = dialog.Id,
        ["title"] = dialog.Title,
        ["card"] = dialog.Card,
        ["text"] = dialog.Text,
        ["errors"] = new JsonObject(dialog.Errors.Select(error => KeyValuePair.Create<string, JsonNode?>(error.Key, error.Value))),
    };

    private static JsonObject Shown(Composed composed) =>
        new() { ["conversation"] = composed.Conversation, ["preview"] = composed.IsPreview, ["cards"] = Json.List(composed.Attachments, attachment => attachment.At("content")?.DeepClone()) };

    private static JsonObject Shown(Exchange exchange) => new()
    {
        ["at"] = exchange.At,
        ["from"] = exchange.From,
        ["what"] = exchange.What,
        ["ok"] = exchange.Ok,
        ["status"] = exchange.Status,
        ["error"] = exchange.Error,
        ["detail"] = exchange.Detail,
    };
}
