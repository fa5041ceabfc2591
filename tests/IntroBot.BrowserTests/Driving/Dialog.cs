using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.BrowserTests.Driving;

/// <summary>The form or dialog that is open, spoken of by the labels of its fields.</summary>
public sealed class Dialog
{
    private readonly IFrame _chat;

    private Dialog(IFrame chat, ILocator box) => (_chat, Box) = (chat, box);

    private ILocator Box { get; }

    /// <summary>Waits until one is open.</summary>
    public static async Task<Dialog> Opened(IFrame chat)
    {
        var dialog = new Dialog(chat, chat.Locator("#modal"));
        await Expect(dialog.Box).ToBeVisibleAsync();
        return dialog;
    }

    /// <summary>A form that stands in a message.</summary>
    public static Dialog Within(IFrame chat, ILocator message) => new(chat, message);

    public async Task<string> Title() => await _chat.Locator("#modal-title").InnerTextAsync();

    /// <summary>Everything it says.</summary>
    public async Task<string> Text() => await Box.Locator(".blocks").InnerTextAsync();

    /// <summary>Waits until it says this.</summary>
    public async Task Says(string words) => await Expect(Box).ToContainTextAsync(words);

    /// <summary>What stands in a field.</summary>
    public async Task<string> Value(string label) => await Control(label).InputValueAsync();

    /// <summary>Types into a field.</summary>
    public async Task Fill(string label, string words) => await Control(label).FillAsync(words);

    /// <summary>Chooses one of several that are all shown.</summary>
    public async Task Choose(string label, string option) => await Field(label).GetByLabel(option, new() { Exact = true }).CheckAsync();

    /// <summary>Chooses from a list.</summary>
    public async Task Select(string label, string option) => await Control(label).SelectOptionAsync(new SelectOptionValue { Label = option });

    /// <summary>Waits until a field is asked for, or is not any more.</summary>
    public async Task Asks(string label, bool asks = true) => await Expect(Field(label)).ToHaveCountAsync(asks ? 1 : 0);

    /// <summary>Waits for a sentence beside a field.</summary>
    public async Task SaysBeside(string label, string words) => await Expect(Field(label).Locator(".error")).ToContainTextAsync(words);

    /// <summary>Presses the button that sends it.</summary>
    public async Task Send() => await Box.Locator("[type=submit]:visible, .card .actions button.primary").First.ClickAsync();

    /// <summary>Presses another button in it.</summary>
    public async Task Press(string button) => await Box.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Sends it and waits until it closes.</summary>
    public async Task SendAndClose()
    {
        await Send();
        await Closed();
    }

    /// <summary>Waits until it shows what it was opened for, not that it is being fetched.</summary>
    public async Task IsLoaded() => await Expect(Box.Locator(":is(input, textarea, select, .actions button, .fields, .section, .card)").First).ToBeVisibleAsync();

    /// <summary>Waits until it is gone.</summary>
    public async Task Closed() => await Expect(Box).ToBeHiddenAsync();

    /// <summary>What stands in the field the keyboard is in.</summary>
    public async Task<string> FocusedValue() => await Box.Locator(":focus").InputValueAsync();

    /// <summary>The kind of control the keyboard is in.</summary>
    public async Task<string?> FocusedType() => await _chat.EvaluateAsync<string?>("document.activeElement.type");

    /// <summary>Closes it without sending.</summary>
    public async Task Leave()
    {
        await Box.Locator(".dismiss:visible").Last.ClickAsync();
        await IsGone();
    }

    /// <summary>Waits until it is closed.</summary>
    public Task IsGone() => Expect(Box).ToBeHiddenAsync();

    private ILocator Field(string label) => Box.Locator(".input").Filter(new() { Has = _chat.Locator(".label", new() { HasTextRegex = new Regex("^" + Regex.Escape(label)) }) });

    private ILocator Control(string label) => Field(label).Locator("input, textarea, select");
}
