using System.Globalization;
using IntroBot.BrowserTests.Driving;

namespace IntroBot.BrowserTests.EveryPicture;

/// <summary>Walks past everything people see, in one language: company and people all read it.</summary>
public abstract class OfACompany(Chromium chromium, Bot bot, string language) : IAsyncLifetime
{
    private readonly Acts _acts = new(bot);

    internal Album Pages { get; } = new(language);

    internal Acts Acts => _acts;

    public async ValueTask InitializeAsync()
    {
        await bot.BeginAgain();
        await _acts.Everybody(language == "fr" ? "fr-FR" : "en-US", People.Emma, People.Jack, People.Lea, People.Ravi, People.Mina, People.Omar, People.Gus);
    }

    public ValueTask DisposeAsync()
    {
        Assert.Empty(Pages.Overflowing);
        _acts.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    internal Task<Window> Slack(string person, string? place = null) => Window.Open(chromium, bot, person, place);

    internal Task<Window> Teams(string person, string? place = null) => Window.OpenTeams(chromium, bot, person, place);

    /// <summary>Takes the picture of the dialog that opens, and leaves it.</summary>
    internal async Task Pictured(Window window, string name, bool tall = false)
    {
        var dialog = await window.Asked();
        await dialog.IsLoaded();
        await Pages.Take(window, name, tall);
        await dialog.Leave();
    }

    protected string Of(string english, string french) => language == "fr" ? french : english;

    /// <summary>A sentence of the program's.</summary>
    protected string Say(string key) => Words.ResourceManager.GetString(key, CultureInfo.GetCultureInfo(language))!;

    /// <summary>The longest piece of a sentence between what is filled in.</summary>
    protected string Said(string key) => Say(key).Split(['{', '}']).MaxBy(static piece => piece.Length)!.Trim(' ', '.', ':', '\u00a0');
}
