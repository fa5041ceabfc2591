using System.Text.Json.Nodes;

namespace IntroBot.Playground.Page;

/// <summary>The commands and shortcuts that the page offers, as the app's manifest names them.</summary>
internal static class Menu
{
    public static JsonArray Commands() =>
    [
        new JsonObject { ["command"] = "/introduce", ["description"] = "Introduce somebody you know to the recruiters", ["usage"] = "[Ada Martin, backend engineer in Lyon, ada@example.com]" },
        new JsonObject { ["command"] = "/intros", ["description"] = "Your introductions, what waits for you, and help", ["usage"] = "[mine | queue | INT-7K3F2Q | prefs | help | programme | doctor]" },
    ];

    public static JsonArray Shortcuts() =>
    [
        new JsonObject { ["name"] = "Introduce someone", ["callbackId"] = "introduce", ["type"] = "global" },
        new JsonObject { ["name"] = "Introduce this person", ["callbackId"] = "introduce_from_message", ["type"] = "message" },
    ];
}
