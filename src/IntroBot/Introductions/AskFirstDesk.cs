using System.Collections.Immutable;
using System.Globalization;
using IntroBot.Conversation;
using IntroBot.Ledger;
using IntroBot.Programmes;

namespace IntroBot.Introductions;

/// <summary>Questions before an introduction: asked in the route's channel, answered in its thread by whoever may take introductions there, relayed to whoever asked. Kept for a month.</summary>
public sealed class AskFirstDesk(IStore store, Outbox outbox, Indexes indexes, Keys keys, People people, Platforms platforms, Programme programme, Timers timers, TimeProvider time, Func<Guid> newOp)
{
    /// <summary>The kind of the moment that ends a question.</summary>
    public const string Kind = "question";

    private const string Asked = "ask-post";
    private const string Answered = "ask-answer";
    private const string Told = "ask-told";
    private const string Kept = "ask-kept";
    private const int MostAnswers = 20;
    private static readonly TimeSpan s_month = TimeSpan.FromDays(30);

    /// <summary>Whether an effect is a question's.</summary>
    public static bool Owes(string kind) => kind is Asked or Answered or Told or Kept;

    /// <summary>Opens the form.</summary>
    public Answer Open(Speaker speaker) => new Answer.Open(AskFirst.Form(ImmutableDictionary<string, string>.Empty, programme, speaker.Say));

    /// <summary>Asks.</summary>
    public async Task<Answer> Submit(Turn turn, Speaker speaker, ImmutableDictionary<string, string> values, CancellationToken cancellation)
    {
        var errors = AskFirst.Errors(values, programme, speaker.Say);
        if (!errors.IsEmpty)
        {
            return new Answer.Errors(errors);
        }

        var id = keys.Introduction("ask|" + turn.Request);
        if (await Load(id, cancellation) is null && await indexes.CountAsked(speaker.Person, time.GetUtcNow().AddDays(-1), programme.Limits.PerDay, cancellation) >= programme.Limits.PerDay)
        {
            return new Answer.Errors(errors.Add("about", speaker.Say.Text(nameof(Words.EnoughForToday), programme.Limits.PerDay.ToString(CultureInfo.InvariantCulture))));
        }

        await people.Remember(speaker.Person, speaker.Profile, cancellation);
        var route = AskFirst.Clean(values, "route") ?? programme.General.Name;
        var typed = AskFirst.Clean(values, "question");
        var effects = programme.Organisation.Platforms.Select((place, index) => Effect(index, Asked, $"{Asked}-{place}", ("platform", place.ToString()))).Append(Effect(programme.Organisation.Platforms.Count(), Kept, Kept)).ToList();
        var question = new Question(id, speaker.Person.Id, turn.Account.Platform, route, AskFirst.Clean(values, "about")!, AskFirst.Clean(values, "location"), time.GetUtcNow(), effects.Count, typed is null ? 0 : 1);
        await indexes.EnterAsked(question, cancellation);
        await outbox.Commit(
            new Aggregate(Table.Intro, id.Value),
            [new Write.Insert(Question.Row, Json.Write(question)), .. typed is null ? [] : new[] { new Write.Insert(IntroductionRows.Text(0), Json.WriteApart(new Sentence(typed))) }],
            effects,
            cancellation);
        return Sentence(speaker, nameof(Words.AskFirstSent), (programme.FindRoute(route) ?? programme.General).Title.In(speaker.Say.Language));
    }

    /// <summary>A press on a question: a recruiter answers, or whoever asked goes on to introduce. Null when there is no such question.</summary>
    public async Task<Answer?> Press(Speaker speaker, string step, IntroductionId id, CancellationToken cancellation) => (step, await Load(id, cancellation)) switch
    {
        (Steps.Introduce, { Question: var question }) when speaker.Person.Is(question.Asker) => new Answer.Open(Forms.Introduce(question.Fields, programme, speaker.Say)),
        (Steps.Answer, { Question: var question }) => MayAnswer(speaker, question)
            ? new Answer.Open(Forms.Answer(id, speaker.Say.Text(nameof(Words.ButtonAnswer)), question.About, speaker.Say.Text(nameof(Words.HintAnswerFirst)), speaker.Say))
            : Sentence(speaker, nameof(Words.OnlyRecruitersAnswer)),
        (Steps.Introduce, null) => Sentence(speaker, nameof(Words.AskFirstOver)),
        _ => null,
    };

    /// <summary>Answers a question; null when there is no such question.</summary>
    public async Task<Answer?> SubmitAnswer(Turn turn, Speaker speaker, IntroductionId id, ImmutableDictionary<string, string> values, CancellationToken cancellation)
    {
        while (await Load(id, cancellation) is { } loaded)
        {
            var question = loaded.Question;
            if (!MayAnswer(speaker, question) || question.Texts > MostAnswers)
            {
                return Sentence(speaker, MayAnswer(speaker, question) ? nameof(Words.EnoughSentences) : nameof(Words.OnlyRecruitersAnswer));
            }

            if (AskFirst.Clean(values, "answer") is not { } answer || Identity.Shows(answer, ""))
            {
                return new Answer.Errors(ImmutableDictionary<string, string>.Empty.Add("answer", speaker.Say.Text(AskFirst.Clean(values, "answer") is null ? nameof(Words.AnswerMissing) : nameof(Words.NoAddressHere))));
            }

            await people.Remember(speaker.Person, speaker.Profile, cancellation);
            (string, string)[] data = [("by", speaker.Person.Id.Value), ("text", AskFirst.Text(question.Texts)), ("platform", turn.Account.Platform.ToString())];
            Effect[] effects = [Effect(question.Effects, Answered, $"{Asked}-{turn.Account.Platform}", data), Effect(question.Effects + 1, Told, Told, data)];
            var result = await outbox.Commit(
                new Aggregate(Table.Intro, id.Value),
                [
                    new Write.Replace(Question.Row, Json.Write(question with { Effects = question.Effects + 2, Texts = question.Texts + 1 }), loaded.ETag),
                    new Write.Insert(IntroductionRows.Text(question.Texts), Json.WriteApart(new Sentence(answer))),
                    new Write.Insert(IntroductionRows.Request(turn.Request), Json.Write(new CarriedOut(time.GetUtcNow(), Steps.Answer))),
                ],
                effects,
                cancellation);
            if (result.Committed || result.Outcome == Outcome.Exists)
            {
                return new Answer.Done();
            }
        }

        return null;
    }

    /// <summary>Carries out what a question owes.</summary>
    public async Task<EffectResult> Perform(IntroductionId id, Effect effect, CancellationToken cancellation)
    {
        if (await Load(id, cancellation) is not { Question: var question })
        {
            return EffectResult.Done.Nothing;
        }

        if (effect.Kind == Kept)
        {
            await timers.Plan(new Aggregate(Table.Intro, id.Value), Kind, question.At + s_month, cancellation);
            return EffectResult.Done.Nothing;
        }

        var route = programme.FindRoute(question.Route) ?? programme.General;
        var say = Phrases.In(programme.LanguageOf(route));
        var asker = await people.Get(question.Asker, cancellation);
        if (effect.Kind == Asked)
        {
            return route.Channels.On(Place(effect)) is { } channel && platforms.On(channel.Platform) is { } on
                ? (await on.Post(channel, AskFirst.Card(question, await Typed(id, 0, cancellation), asker, say), null, Key(id, effect), cancellation)).ToResult(static message => [new Write.Upsert(IntroductionRows.Message(message), Json.Write(new PostedCard(message, 0)))])
                : EffectResult.Done.Nothing;
        }

        var recruiter = await people.Get(new PersonId(effect.Data["by"]), cancellation);
        if (await Typed(id, int.Parse(effect.Data["text"], CultureInfo.InvariantCulture), cancellation) is not { } answer)
        {
            return EffectResult.Done.Nothing;
        }

        if (effect.Kind == Told && asker.Account.User.Length == 0)
        {
            // Whoever asked to be forgotten is not written to.
            return EffectResult.Done.Nothing;
        }

        if (effect.Kind == Told)
        {
            return (await platforms.Tell(asker, question.Platform, language => AskFirst.Answer(question, answer, recruiter, isPrivate: true, Phrases.In(language)), Key(id, effect), cancellation)).ToResult();
        }

        var posted = (await store.Query(Table.Intro, id.Value, "m|", "m|~", 10, null, cancellation)).Rows.Select(Json.Read<PostedCard>).FirstOrDefault(card => card.Message.Channel.Platform == Place(effect));
        return posted is not null && platforms.On(Place(effect)) is { } platform
            ? (await platform.Post(posted.Message.Channel, AskFirst.Answer(question, answer, recruiter, isPrivate: false, say), posted.Message, Key(id, effect), cancellation)).ToResult() : EffectResult.Done.Nothing;
    }

    /// <summary>Deletes what was typed, and the question with it.</summary>
    public async Task<DateTimeOffset?> End(IntroductionId id, CancellationToken cancellation)
    {
        var rows = (await store.Query(Table.Intro, id.Value, "a", "~", 100, null, cancellation)).Rows.Where(static row => row.Key == Question.Row || row.Key.StartsWith("t|", StringComparison.Ordinal)).ToList();
        if (rows.Count > 0)
        {
            await store.Commit(new Commit(Table.Intro, id.Value, newOp(), [.. rows.Select(static row => new Write.Delete(row.Key))]), cancellation);
        }

        return null;
    }

    private static Effect Effect(int seq, string kind, string lane, params ReadOnlySpan<(string Key, string Value)> data)
    {
        var values = new Dictionary<string, string>();
        foreach (var (key, value) in data)
        {
            values[key] = value;
        }

        return new Effect(seq, kind, lane, values);
    }

    private static Answer.Notice Sentence(Speaker speaker, string word, params ReadOnlySpan<object> values) => new(Card.Of(speaker.Say.Language, speaker.Say.Line(word, values)));

    private static PlatformKind Place(Effect effect) => Enum.Parse<PlatformKind>(effect.Data["platform"]);

    private static string Key(IntroductionId id, Effect effect) => $"{id}-{effect.Seq}";

    private bool MayAnswer(Speaker speaker, Question question) =>
        programme.FindRoute(question.Route) is { } route && (programme.IsRecruiter(route, speaker.Profile) || programme.IsFallback(route, speaker.Profile) || programme.IsOwner(speaker.Profile));

    private async Task<string?> Typed(IntroductionId id, int text, CancellationToken cancellation) =>
        await store.Get(Table.Intro, id.Value, IntroductionRows.Text(text), cancellation) is { } row ? Json.Read<Sentence>(row).Text : null;

    private async Task<(Question Question, string ETag)?> Load(IntroductionId id, CancellationToken cancellation) =>
        await store.Get(Table.Intro, id.Value, Question.Row, cancellation) is { } row ? (Json.Read<Question>(row), row.ETag) : null;
}
