using System.Globalization;
using System.Text.Json.Nodes;

namespace IntroBot.Playground.Page;

/// <summary>What went over the wire on both platforms and into the ledger, newest first; each thing's body is read on its own.</summary>
internal static class WhatHappened
{
    private const int Shown = 60;

    private sealed record Happening(string On, long Number, DateTimeOffset At, string From, string What, bool Ok, string? Error, string Detail);

    public static JsonArray Of(Stage stage) => new([.. All(stage).OrderByDescending(each => each.At).ThenByDescending(each => each.Number).Take(Shown).Select(each => new JsonObject
    {
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"{each.On}-{each.Number}"),
        ["on"] = each.On,
        ["at"] = each.At,
        ["from"] = each.From,
        ["what"] = each.What,
        ["ok"] = each.Ok,
        ["error"] = each.Error,
        ["detail"] = each.Detail,
    })]);

    /// <summary>What was sent; null where there is no such thing, or it is forgotten.</summary>
    public static string? Body(Stage stage, string id) => id.Split('-') is [var on, var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? on switch
        {
            "slack" => stage.Slack.Read(world => world.Calls.ElementAtOrDefault(number)?.Body),
            "teams" => stage.Teams?.Read(state => state.Exchanges.ElementAtOrDefault(number)?.Body),
            _ => null,
        }
        : null;

    private static IEnumerable<Happening> All(Stage stage) =>
    [
        .. stage.Slack.Read(world => Last(world.Calls, (call, number) => new Happening("slack", number, call.At, call.From, call.What, call.Ok, call.Error, call.Detail))),
        .. stage.Teams?.Read(state => Last(state.Exchanges, (exchange, number) => new Happening("teams", number, exchange.At, exchange.From, exchange.What, exchange.Ok, exchange.Error, exchange.Detail))) ?? [],
        .. (stage.Notes?.Last ?? []).Select(note => new Happening("ledger", note.Number, note.At, "bot", note.Table, true, null, string.Join(' ', note.Rows))),
    ];

    private static Happening[] Last<T>(List<T> all, Func<T, int, Happening> shown) => [.. Enumerable.Range(Math.Max(0, all.Count - Shown), Math.Min(Shown, all.Count)).Select(number => shown(all[number], number))];
}
