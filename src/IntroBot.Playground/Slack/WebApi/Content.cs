using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.BlockKit;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack.WebApi;

/// <summary>The words and blocks of a message on its way in, checked as Slack checks them.</summary>
internal sealed record Content(string Text, string? BlocksJson, string? MetadataJson)
{
    /// <exception cref="Refusal">no_text, invalid_blocks, invalid_blocks_format, invalid_metadata_format, metadata_too_large, msg_too_long.</exception>
    public static Content Of(Arguments args, Ids ids, int longest)
    {
        var text = args.Text("text") ?? "";
        var blocks = Blocks(args, ids);
        if (text.Length == 0 && blocks is null or { Count: 0 })
        {
            throw new Refusal("no_text");
        }

        return text.Length > longest
            ? throw new Refusal("msg_too_long")
            : new(text, blocks is { Count: > 0 } ? blocks.ToJsonString() : null, Metadata(args));
    }

    private static JsonArray? Blocks(Arguments args, Ids ids)
    {
        switch (args.Structure("blocks", "invalid_blocks_format"))
        {
            case null:
                return null;
            case JsonArray blocks:
                var findings = Kit.OfMessage(blocks);
                return findings.Count > 0 ? throw new Refusal("invalid_blocks", findings) : Kit.WithIds(blocks, ids);
            default:
                throw new Refusal("invalid_blocks_format");
        }
    }

    private static string? Metadata(Arguments args)
    {
        var metadata = args.Structure("metadata", "invalid_metadata_format");
        if (metadata is null)
        {
            return null;
        }

        var wellFormed = metadata.Text("event_type") is { Length: > 0 } && metadata["event_payload"] is JsonObject;
        var json = wellFormed ? metadata.ToJsonString() : throw new Refusal("invalid_metadata_format");
        return json.Length > 32_000 ? throw new Refusal("metadata_too_large") : json;
    }
}
