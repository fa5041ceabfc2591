using System.Collections.Immutable;
using IntroBot.Conversation;

namespace IntroBot.Introductions;

/// <summary>Who presses and what they may do to this introduction, read from the programme and the platform at this very press. The contact, on their page, and the clock have no profile.</summary>
public sealed record Actor(Person Person, Profile? Profile, bool IsRecruiter, bool IsFallback, bool IsOwner)
{
    /// <summary>The contact, proved by their link alone.</summary>
    public static Actor Contact { get; } = Unseen("contact");

    /// <summary>Time.</summary>
    public static Actor Clock { get; } = Unseen("clock");

    /// <summary>Whether they may carry it on: whoever took it and still is a recruiter for it, the route's fallback, an owner.</summary>
    public bool Carries(Introduction introduction) => (Person.Is(introduction.Claimer) && IsRecruiter) || IsFallback || IsOwner;

    /// <summary>Whether it is theirs to correct or take back.</summary>
    public bool Introduced(Introduction introduction) => Person.Is(introduction.Introducer);

    private static Actor Unseen(string name) => new(new Person(new PersonId(name), "", new Account(PlatformKind.Slack, "", "")), null, false, false, false);
}

/// <summary>What a step does: pure, from the loaded state, who presses and the time.</summary>
public abstract record Decision
{
    /// <summary>The introduction becomes <paramref name="Next"/>; one event, the card, the index and the audit follow from it.</summary>
    public sealed record Change(Introduction Next, string Step) : Decision
    {
        /// <summary>The introducer hears of it, unless muted.</summary>
        public bool Tells { get; init; } = true;

        /// <summary>The introducer is thanked, once per introduction.</summary>
        public bool Thanks { get; init; }

        /// <summary>The details are deleted, with everything typed.</summary>
        public bool Erases { get; init; }

        /// <summary>The details are replaced.</summary>
        public Details? Details { get; init; }

        /// <summary>A sentence somebody typed, kept in a row of its own.</summary>
        public string? Sentence { get; init; }

        /// <summary>The recruiters read of it in the card's thread.</summary>
        public bool Notes { get; init; }

        /// <summary>The owners read of it.</summary>
        public bool Reports { get; init; }

        /// <summary>The contact's address is not to be contacted again: its partitions in the table of contacts.</summary>
        public ImmutableArray<string> Blocks { get; init; } = [];

        /// <summary>The contact may be found under their address, and whoever introduced them hears of each other.</summary>
        public bool Joins { get; init; }

        /// <summary>The privacy notice the contact had read, and in which language.</summary>
        public (string Notice, Language Language)? Evidence { get; init; }
    }

    /// <summary>It stands there already; the answer is the same as the first time.</summary>
    public sealed record Nothing : Decision;

    /// <summary>Not by this person, or not from here: <paramref name="Word"/> is the sentence's key; where things stand is said with it.</summary>
    public sealed record Refusal(string Word) : Decision;
}
