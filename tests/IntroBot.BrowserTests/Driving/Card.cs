using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.BrowserTests.Driving;

/// <summary>A message with what can be pressed in it. It stays the same message while the bot edits it.</summary>
public sealed class Card(IFrame chat, ILocator message)
{
    /// <summary>Presses a button.</summary>
    public async Task Press(string button) => await message.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Presses a button and lets go of it only after something else has happened.</summary>
    public async Task Hold(string button, Func<Task> meanwhile)
    {
        await message.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.HoverAsync();
        await chat.Page.Mouse.DownAsync();
        await meanwhile();
        await chat.Page.Mouse.UpAsync();
    }

    /// <summary>Chooses one of the further steps behind the dots.</summary>
    public async Task Choose(string option)
    {
        await message.Locator(".actions .icon").ClickAsync();
        await Picks(option);
    }

    /// <summary>Chooses from the menu that is open.</summary>
    public async Task Picks(string option) => await chat.GetByRole(AriaRole.Menuitem, new() { Name = option, Exact = true }).ClickAsync();

    /// <summary>Uses the message's own menu (<c>more</c>, <c>react</c>).</summary>
    public async Task Uses(string tool, string option)
    {
        await message.HoverAsync();
        await message.Locator($"> .tools [data-tool={tool}]").ClickAsync();
        await chat.GetByRole(AriaRole.Menuitem, new() { NameRegex = new(option) }).ClickAsync();
    }

    /// <summary>Answers in the message's thread.</summary>
    public async Task Reply(string words)
    {
        await message.HoverAsync();
        await message.Locator("xpath=ancestor-or-self::li[contains(@class, 'thread-box') or not(ancestor::li)]").Locator("[data-tool=reply]").First.ClickAsync();
        await chat.Locator("#composer").FillAsync(words);
        await chat.Locator("#composer").PressAsync("Enter");
    }

    /// <summary>Says yes to the question that a press asks first.</summary>
    public async Task Confirm() => await chat.Locator("#confirm [value=yes]").ClickAsync();

    /// <summary>Waits until the card says this.</summary>
    public async Task Says(string words) => await Expect(message).ToContainTextAsync(words);

    /// <summary>Waits for what only this person is told at the card.</summary>
    public async Task Whispers(string words) => await Expect(message.Locator(".aside")).ToContainTextAsync(words);

    /// <summary>When it was written.</summary>
    public async Task<DateTimeOffset> At() => DateTimeOffset.Parse((await message.Locator(".meta time").First.GetAttributeAsync("datetime"))!, CultureInfo.InvariantCulture);

    /// <summary>The card as a person reads it.</summary>
    public async Task<string> Text() => await message.InnerTextAsync();

    /// <summary>The buttons it offers.</summary>
    public async Task<IReadOnlyList<string>> Buttons() => await message.Locator(".actions > button:not(.icon)").AllInnerTextsAsync();

    /// <summary>The form in the card, where it is one.</summary>
    public Dialog Form => Dialog.Within(chat, message);
}
