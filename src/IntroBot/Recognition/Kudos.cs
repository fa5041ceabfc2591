using System.Globalization;
using IntroBot.Conversation;

namespace IntroBot.Recognition;

/// <summary>
/// A thank-you for an introduction, given when a recruiter takes it. The same for everybody: no contact, no count, and on a discreet route not even where.
/// <paramref name="Id"/> is the introduction's id with <c>.claim</c>, so that a repeat is no second one. <paramref name="Text"/> is the number of the recruiter's own words in the introduction.
/// </summary>
public sealed record Kudos(string Id, IntroductionId Introduction, PersonId Introducer, PersonId By, DateTimeOffset At, string Route, bool First, int? Text)
{
    /// <summary>As the queue carries it.</summary>
    public IReadOnlyDictionary<string, string> ToData()
    {
        var data = new Dictionary<string, string>
        {
            ["id"] = Id,
            ["introduction"] = Introduction.Value,
            ["introducer"] = Introducer.Value,
            ["by"] = By.Value,
            ["at"] = At.UtcTicks.ToString(CultureInfo.InvariantCulture),
            ["route"] = Route,
        };
        if (First)
        {
            data["first"] = "";
        }

        if (Text is { } text)
        {
            data["text"] = text.ToString(CultureInfo.InvariantCulture);
        }

        return data;
    }

    /// <summary>As the queue gives it back.</summary>
    public static Kudos FromData(IReadOnlyDictionary<string, string> data) => new(
        data["id"], new IntroductionId(data["introduction"]), new PersonId(data["introducer"]), new PersonId(data["by"]),
        new DateTimeOffset(long.Parse(data["at"], CultureInfo.InvariantCulture), TimeSpan.Zero), data["route"], data.ContainsKey("first"),
        data.TryGetValue("text", out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : null);
}
