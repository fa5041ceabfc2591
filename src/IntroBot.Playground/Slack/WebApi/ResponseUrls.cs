using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.State;
using IntroBot.Playground.Slack.Wire;

namespace IntroBot.Playground.Slack.WebApi;

/// <summary>Answers through a response_url: 5 in 30 minutes, no token; the only way to change what one person alone sees.</summary>
internal static class ResponseUrls
{
    private static readonly string[] Keys =
        ["text", "blocks", "response_type", "replace_original", "delete_original", "thread_ts", "metadata", "unfurl_links", "unfurl_media", "mrkdwn", "parse", "link_names"];

    /// <exception cref="Refusal">expired_url or used_url (Slack answers 404), otherwise what is wrong with the body.</exception>
    public static void Answer(World world, WireRequest request)
    {
        var url = Usable(world, request);
        var args = Arguments.Of(request, takesJson: true);
        if (args.Names.Except(Keys).FirstOrDefault() is { } unknown)
        {
            throw new Refusal("invalid_arguments", $"[ERROR] unknown argument: {unknown}");
        }

        var original = url.MessageTs is { } ts ? world.In(url.Channel).Find(message => message.Ts == ts) : null;
        if (args.Flag("delete_original"))
        {
            Delete(world, args, original);
        }
        else if (args.Flag("replace_original") && url.MessageTs is not null)
        {
            Replace(world, args, original);
        }
        else
        {
            Respond.Post(world, args, url.UserId, url.Channel);
        }

        world.ResponseUrls[url.Id] = url with { Uses = url.Uses + 1 };
    }

    private static ResponseUrl Usable(World world, WireRequest request)
    {
        if (request.Verb != "POST" || !world.ResponseUrls.TryGetValue(request.Path["response/".Length..], out var url))
        {
            throw new Refusal("expired_url");
        }

        return world.Now - url.At > TimeSpan.FromMinutes(30) ? throw new Refusal("expired_url")
            : url.Uses >= 5 ? throw new Refusal("used_url")
            : url;
    }

    private static void Delete(World world, Arguments args, Message? original)
    {
        if (args.Names.Count() > 1)
        {
            throw new Refusal("invalid_arguments", "[ERROR] delete_original stands alone");
        }

        world.In(original?.Channel ?? "").Remove(original ?? throw new Refusal("message_not_found"));
    }

    private static void Replace(World world, Arguments args, Message? original)
    {
        if (original is null)
        {
            throw new Refusal("message_not_found");
        }

        if (!original.Bot)
        {
            throw new Refusal("cant_update_message");
        }

        if (original.EphemeralTo is not null && args.Text("response_type") == "in_channel")
        {
            throw new Refusal("invalid_arguments", "[ERROR] an ephemeral message cannot become in_channel");
        }

        var content = Content.Of(args, world.Ids, longest: 40_000);
        world.Replace(original with { Text = content.Text, BlocksJson = content.BlocksJson });
    }
}
