using System.Collections.Immutable;

namespace IntroBot.Playground.Teams;

/// <summary>How the small tenant knows the app and how strict it is; the defaults are Microsoft's.</summary>
internal sealed record TeamsOptions
{
    public string AppId { get; init; } = "7c0e3b52-41d9-4f6a-8b3e-90a1d2c4e5f6";
    public string ClientSecret { get; init; } = "playground-client-secret";
    /// <summary>The tenant in which the app is registered: the only one whose tokens the Connector takes.</summary>
    public string TenantId { get; init; } = Maison.Tenant;
    public string BotName { get; init; } = "IntroBot";
    /// <summary>Below it the Connector's REST at <c>amer/{tenant}/v3/</c> (also at <c>teams/v3/</c> and <c>v3/</c>) and the issuer's metadata at <c>v1/.well-known/</c>.</summary>
    public Uri Address { get; init; } = new("https://smba.playground.test/");
    /// <summary>Entra's stand-in: tokens at <c>{tenant}/oauth2/v2.0/token</c> below it.</summary>
    public Uri Login { get; init; } = new("https://login.playground.test/");
    /// <summary>Where the bot is reached, at <c>api/messages</c>.</summary>
    public Uri Bot { get; init; } = new("https://bot.playground.test/");
    public string Issuer { get; init; } = "https://api.botframework.com";
    public string Scope { get; init; } = "https://api.botframework.com/.default";
    /// <summary>The message extension's commands, as the app's manifest declares them.</summary>
    public ImmutableArray<ExtensionCommand> Commands { get; init; } = [new("introduce", new("Introduce someone", "Présenter quelqu’un"))];
    /// <summary>What the app's menu proposes to say to the bot, as the app's manifest declares it.</summary>
    public ImmutableArray<Prompt> Prompts { get; init; } =
    [
        new(new("Introduce someone", "Présenter quelqu’un"), new("Introduce somebody you know to the recruiters", "Présenter une personne que vous connaissez au recrutement")),
        new(new("Ask a recruiter first", "Demander d’abord au recrutement"), new("Whether somebody like this would interest them, naming nobody", "Si un tel profil pourrait intéresser, sans nommer personne")),
        new(new("My introductions", "Mes présentations"), new("Where yours stand, newest first", "Où en sont les vôtres, des plus récentes aux plus anciennes")),
        new(new("Queue", "Ma file"), new("For recruiters: what waits for you, the most pressing first", "Pour le recrutement\u00a0: ce qui vous attend, le plus pressant d’abord")),
        new(new("Preferences", "Préférences"), new("Your language, how you like to be thanked and asked", "Votre langue, et comment on vous remercie et vous sollicite")),
        new(new("Programme", "Programme"), new("What your company set up: teams, recruiters, reasons", "Ce que votre entreprise a prévu\u00a0: équipes, recrutement, raisons")),
        new(new("Help", "Aide"), new("What IntroBot does, with an example", "Ce que fait IntroBot, avec un exemple")),
        new(new("Doctor", "Diagnostic"), new("For owners: what could not be delivered, and the cure", "Pour les responsables\u00a0: ce qui n’a pas pu être remis, et le remède")),
        new(new("Forget me", "Oubliez-moi"), new("Erases your name and your preferences, once you have confirmed", "Efface votre nom et vos préférences, après votre confirmation")),
    ];
    public TeamsLimits Limits { get; init; } = new();
    /// <summary>How long the bot has for a turn, after which the same activity comes again.</summary>
    public TimeSpan Turn { get; init; } = TimeSpan.FromSeconds(15);
    /// <summary>How often an unanswered turn comes again.</summary>
    public int Redeliveries { get; init; } = 2;
    /// <summary>How long the bot has for an invoke, after which the client asks again under a new id.</summary>
    public TimeSpan Invoke { get; init; } = TimeSpan.FromSeconds(5);
    public int InvokeRetries { get; init; } = 2;
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);
    public int KeepsExchanges { get; init; } = 20_000;

    /// <summary>The bot's id in conversations.</summary>
    public string BotId => "28:" + AppId;

    /// <summary>The service URL of a tenant, as activities carry it.</summary>
    public string ServiceUrl(string tenant) => new Uri(Address, $"amer/{tenant}/").AbsoluteUri;
}

/// <summary>A command of the message extension (app manifest, <c>composeExtensions.commands</c>): an action unless it is a query.</summary>
internal sealed record ExtensionCommand(string Id, InBoth Title)
{
    public bool IsQuery { get; init; }
    public ImmutableArray<string> Contexts { get; init; } = ["compose", "commandBox", "message"];
}

/// <summary>Something the app's menu proposes to say to the bot (app manifest, <c>bots.commandLists</c>).</summary>
internal sealed record Prompt(InBoth Title, InBoth Description);

/// <summary>A text of the manifest and of its French localisation.</summary>
internal sealed record InBoth(string English, string French)
{
    public string In(string locale) => locale.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? French : English;
}

/// <summary>So many calls in so long a time, in every window of that length.</summary>
internal sealed record Window(int Calls, TimeSpan In);

/// <summary>
/// What the Connector bears (msteams-docs, rate-limit.md and format-your-bot-messages). Sizes are bytes in UTF-16; threads are chats and channels.
/// </summary>
internal sealed record TeamsLimits
{
    public ImmutableArray<Window> SendsPerThread { get; init; } = [new(7, Seconds(1)), new(8, Seconds(2)), new(60, Seconds(30)), new(1800, Seconds(3600))];
    public ImmutableArray<Window> ReadsPerThread { get; init; } = [new(14, Seconds(1)), new(16, Seconds(2)), new(120, Seconds(30)), new(3600, Seconds(3600))];
    public ImmutableArray<Window> PerTenant { get; init; } = [new(50, Seconds(1))];
    public int MessageSize { get; init; } = 100 * 1024;
    public int ResultCardSize { get; init; } = 28 * 1024;
    public int ActionsPerCard { get; init; } = 6;
    public int SmallestPage { get; init; } = 50;
    public int LargestPage { get; init; } = 500;
    /// <summary>A page never holds more than this, whatever was asked for: lets a small team fill several pages.</summary>
    public int ServedPage { get; init; } = 500;

    public static TeamsLimits Unpaced { get; } = new() { SendsPerThread = [], ReadsPerThread = [], PerTenant = [] };

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
