using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.State;
using IntroBot.Playground.Slack.WebApi;
using IntroBot.Playground.Slack.Wire;

namespace IntroBot.Playground.Slack.Acts;

/// <summary>What an answer to a submitted modal does to the screen: nothing in it closes the view; anything but a valid response_action is refused.</summary>
internal static class SubmissionAnswer
{
    /// <returns>The field errors now shown.</returns>
    /// <exception cref="Refusal">The person sees "We had some trouble connecting".</exception>
    public static IReadOnlyDictionary<string, string> Apply(World world, Reply reply, string user, string viewId)
    {
        var stack = world.StackOf(user);
        var place = stack.FindIndex(view => view.Id == viewId);
        var none = new Dictionary<string, string>();
        if (reply.Body.Length == 0)
        {
            stack.RemoveRange(Math.Max(0, place), place < 0 ? 0 : stack.Count - place);
            return none;
        }

        var answer = reply.ContentType == "application/json" ? Json.Parse(reply.Body) as JsonObject : null;
        var action = answer.Text("response_action");
        Only(answer, action);
        switch (action)
        {
            case "clear":
                stack.Clear();
                return none;
            case "errors":
                return Mark(world, stack, place, answer!["errors"] as JsonObject);
            case "update" when place >= 0:
                stack[place] = Screen.Updated(world, stack[place], Modals.Checked(world, answer!["view"], "modal", viewId));
                return none;
            case "push" when place >= 0:
                Screen.Push(world, stack, Modals.Checked(world, answer!["view"], "modal"));
                return none;
            default:
                throw new Refusal("invalid_response_action");
        }
    }

    private static void Only(JsonObject? answer, string? action)
    {
        var other = action is "errors" ? "errors" : action is "update" or "push" ? "view" : "";
        if ((answer ?? []).Select(pair => pair.Key).Except(["response_action", other]).Any())
        {
            throw new Refusal("invalid_response_action", "[ERROR] unknown keys");
        }
    }

    private static Dictionary<string, string> Mark(World world, List<View> stack, int place, JsonObject? errors)
    {
        var inputs = place < 0 ? [] : stack[place].Blocks.Where(block => block.Text("type") == "input").Select(block => block.Text("block_id")).ToHashSet();
        if (errors is null or { Count: 0 } || errors.Any(error => !inputs.Contains(error.Key)))
        {
            throw new Refusal("invalid_errors", "[ERROR] errors must name input blocks of the view");
        }

        var shown = errors.ToDictionary(error => error.Key, error => errors.Text(error.Key) is { Length: > 0 } words ? words : throw new Refusal("invalid_errors", $"[ERROR] no words for {error.Key}"));
        world.Replace(stack[place] with { Errors = shown });
        return shown;
    }
}
