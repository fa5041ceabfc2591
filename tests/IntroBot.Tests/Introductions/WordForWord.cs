using IntroBot.Playground.Slack;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Introductions;

/// <summary>What the introducer reads at each step, and what stands on the card, word for word in both languages.</summary>
public sealed class WordForWord
{
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task From_the_form_to_the_answer(string language)
    {
        var english = language == "en";
        await using var company = new Company(Office.Programme.Replace("language: en", "language: " + language, StringComparison.Ordinal));
        foreach (var user in (string[])[Office.Ines, Office.Clara, Office.Theo])
        {
            await company.Slack.ChangeUser(user, person => person with { Locale = english ? "en-GB" : "fr-FR" });
        }

        var card = await company.Introduced();
        var recruiters = $"<@{Office.Clara}>, <@{Office.Theo}>{(english ? " or " : " ou ")}<@{Office.Gia}>";
        Told(company, english
            ? $"*INT-CODE* is on its way. {recruiters} will answer by Wednesday 25\u00a0November."
            : $"*INT-CODE* est en route. {recruiters} vous répondra d’ici au mercredi 25\u00a0novembre.");
        Card(company, english
            ? $"*INT-CODE*: <@{Office.Ines}> introduces someone\n*What they do*\nbackend engineer\n*Where*\nLyon\nWaiting for the team “Technology”.\nI’ll take it\nI’ll take it, with a word of thanks…\nPass to…\nAsk the introducer\n<@{Office.Ines}> introduced someone, 23\u00a0Nov"
            : $"*INT-CODE* : <@{Office.Ines}> présente quelqu’un\n*Métier*\nbackend engineer\n*Lieu*\nLyon\nEn attente d’une réponse de l’équipe « Technologie ».\nJe m’en occupe\nJe m’en occupe, avec un mot de merci…\nPasser à…\nQuestion à la personne qui présente\n<@{Office.Ines}> a fait la présentation, 23 nov.");

        await company.Press(Office.Clara, card, "claim");
        Told(company, english
            ? $"*INT-CODE*: <@{Office.Clara}> is on it and will get in touch. Thank you for the introduction."
            : $"*INT-CODE* : <@{Office.Clara}> s’en occupe et va prendre contact. Merci pour cette présentation.");

        Assert.True((await company.Slack.Press(Office.Theo, card, "claim")).Ok);
        Assert.Equal(english
            ? $"That step is not possible from here. *INT-CODE*: <@{Office.Clara}> is on it."
            : $"Cette étape n’est pas possible d’ici. *INT-CODE* : <@{Office.Clara}> s’en occupe.", Spaces(company.Whispered(Office.Theo)));

        await company.Press(Office.Clara, card, "met");
        Told(company, english ? $"*INT-CODE*: <@{Office.Clara}> and your contact have met." : $"*INT-CODE* : la rencontre entre <@{Office.Clara}> et votre contact a eu lieu.");

        await company.Press(Office.Clara, card, "in-process");
        Told(company, english
            ? $"*INT-CODE*: the hiring process has begun. <@{Office.Clara}> will keep you posted."
            : $"*INT-CODE* : le processus de recrutement est lancé. <@{Office.Clara}> vous tiendra au courant.");

        await company.Press(Office.Clara, card, "not-now");
        await company.Send(Office.Clara, ("reason", "later"), ("sentence", english ? "What a lovely conversation." : "Quelle belle conversation."));
        Told(company, english
            ? $"*INT-CODE*: not now. Right person, wrong moment: let us talk again later. Thank you: every introduction counts the same.\n<@{Office.Clara}> adds:\nWhat a lovely conversation.\nSomething you could pass on:\nThank you for letting me introduce you. It will not be this time; the team thanks you too."
            : $"*INT-CODE* : pas maintenant. La bonne personne, pas le bon moment : reparlons-en plus tard. Merci : chaque présentation compte tout autant.\n<@{Office.Clara}> ajoute :\nQuelle belle conversation.\nUne phrase que vous pouvez transmettre :\nMerci pour votre confiance. Ce ne sera pas pour cette fois ; l’équipe vous remercie elle aussi.");

        await company.Press(Office.Clara, card, "reopen");
        Told(company, english ? $"*INT-CODE* is open again; <@{Office.Clara}> is on it." : $"*INT-CODE* est rouverte ; <@{Office.Clara}> s’en occupe.");

        await company.Press(Office.Clara, card, "hired");
        await company.Send(Office.Clara);
        Told(company, english
            ? "*INT-CODE*: hired! Thank you for making the introduction.\nSomething you could pass on:\nCongratulations, I am so glad that it worked out! Thank you for letting me introduce you."
            : "*INT-CODE* : c’est une embauche ! Merci pour cette présentation.\nUne phrase que vous pouvez transmettre :\nFélicitations, c’est une très bonne nouvelle ! Merci pour votre confiance.");
        Assert.Contains(english ? $"Hired; <@{Office.Clara}> saw it through." : $"Embauche conclue\u202f; <@{Office.Clara}> l’a menée à bien.", company.Cards()[0].Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_meant_for_the_contact_speaks_their_language()
    {
        await using var company = new Company();
        var card = await company.Introduced(fields: ("language", "fr"));
        await company.Press(Office.Clara, card, "claim");
        await company.Slack.Press(Office.Clara, card.Channel, card.Ts, "contact");
        await company.World.Until(slack => slack.Modal(Office.Clara)?.Json.Contains("je travaille au recrutement chez", StringComparison.Ordinal) == true);

        await company.Press(Office.Clara, card, "not-now");
        await company.Send(Office.Clara, ("reason", "later"));

        Assert.Contains("Something you could pass on:\nMerci pour votre confiance.", company.Told(Office.Ines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_that_ends_with_a_full_stop_gets_no_second_one()
    {
        await using var company = new Company(Office.Programme + "\nreasons:\n  - key: later\n    en: Another time.\n    fr: Une autre fois.\n");
        var card = await company.Introduced();
        await company.Press(Office.Clara, card, "claim");
        await company.Press(Office.Clara, card, "not-now");
        await company.Send(Office.Clara, ("reason", "later"));

        Assert.StartsWith("*INT-CODE*: not now. Another time. Thank you", company.Told(Office.Ines), StringComparison.Ordinal);
    }

    private static void Told(Company company, string words)
    {
        var told = Spaces(company.Told(Office.Ines));
        Assert.True(told.StartsWith(Spaces(words), StringComparison.Ordinal), $"told: {told}");
    }

    private static void Card(Company company, string words) => Assert.Equal(Spaces(words), Spaces(Company.Plain(company.Cards()[0])));

    // French has narrow and wide unbreakable spaces before its signs; which one is the resource file's to say.
    private static string Spaces(string words) => words.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
