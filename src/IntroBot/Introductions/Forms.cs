using System.Collections.Immutable;
using IntroBot.Conversation;
using IntroBot.Programmes;

namespace IntroBot.Introductions;

/// <summary>The forms of the steps. Field names are what other things rely on.</summary>
public static class Forms
{
    /// <summary>The form to introduce somebody, with what is known already. Choosing "not yet" takes the address and the note away.</summary>
    public static Form Introduce(ImmutableDictionary<string, string> values, Programme programme, Phrases say)
    {
        var fields = ImmutableArray.CreateBuilder<Field>();
        fields.Add(new Field.Text(say.Line(nameof(Words.IntroduceLead))));
        if (programme.Why is { } why)
        {
            fields.Add(new Field.Text(Line.Typed(why.In(say.Language))));
        }

        fields.AddRange(About(values, say));
        fields.Insert(fields.Count - 1, RouteChoice(values, programme, say));
        fields.Add(new Field.Choice("agreement", say.Text(nameof(Words.LabelAgreement)),
            [new OptionGroup(null, [new Option("agreed", say.Text(nameof(Words.OptionAgreed))), new Option("not-yet", say.Text(nameof(Words.OptionNotYet)))])],
            values.GetValueOrDefault("agreement"), Radio: true, Redraws: true));
        if (IntroduceInput.AsksFirst(values, programme))
        {
            fields.Add(new Field.Text(say.Line(nameof(Words.AskThemFirst))));
        }
        else
        {
            fields.AddRange(Private(values, say));
        }

        fields.Add(ContactLanguage(values, say));
        return new Form(say.Language, Steps.Introduce, say.Text(nameof(Words.IntroduceTitle)), fields.ToImmutable(), say.Text(nameof(Words.IntroduceSubmit)), say.Text(nameof(Words.Cancel)));
    }

    /// <summary>The form to correct one's introduction.</summary>
    public static Form Correct(Introduction introduction, Details details, Phrases say)
    {
        var values = new Dictionary<string, string?>
        {
            ["contact"] = details.Contact,
            ["about"] = introduction.About,
            ["location"] = introduction.Location,
            ["relation"] = introduction.Relation,
            ["address"] = details.Address,
            ["note"] = details.Note,
        }.Where(static pair => pair.Value is not null).ToImmutableDictionary(static pair => pair.Key, static pair => pair.Value!);
        return new Form(say.Language, Steps.Correct, introduction.DisplayCode, introduction.State == State.AwaitingAgreement ? About(values, say) : [.. About(values, say), .. Private(values, say)],
            say.Text(nameof(Words.Save)), say.Text(nameof(Words.Cancel)), introduction.Id);
    }

    /// <summary>Taking an introduction with a word of thanks in the recruiter's own words.</summary>
    public static Form Claim(Introduction introduction, Phrases say) => new(say.Language, Steps.Claim, introduction.DisplayCode,
        [new Field.Input("sentence", say.Text(nameof(Words.LabelThanks)), say.Text(nameof(Words.HintThanks)), Required: false, Multiline: true, Max: 300)],
        say.Text(nameof(Words.ButtonClaim)), say.Text(nameof(Words.Cancel)), introduction.Id);

    /// <summary>Asks once whether it is so.</summary>
    public static Form Hired(Introduction introduction, Phrases say) => new(say.Language, Steps.Hired, introduction.DisplayCode,
        [new Field.Text(say.Line(nameof(Words.HiredConfirm)))], say.Text(nameof(Words.HiredSubmit)), say.Text(nameof(Words.Cancel)), introduction.Id);

    /// <summary>A kind reason and, if one likes, a sentence to the introducer.</summary>
    public static Form NotNow(Introduction introduction, Programme programme, Phrases say) => new(say.Language, Steps.NotNow, introduction.DisplayCode,
        [
            new Field.Choice("reason", say.Text(nameof(Words.LabelReason)),
                [new OptionGroup(null, [.. programme.Reasons.Select(reason => new Option(reason.Key, reason.Text.In(say.Language)))])], programme.Reasons[0].Key, Radio: true),
            new Field.Input("sentence", say.Text(nameof(Words.LabelSentence)), say.Text(nameof(Words.HintSentence)), Required: false, Multiline: true, Max: 500),
        ],
        say.Text(nameof(Words.NotNowSubmit)), say.Text(nameof(Words.Cancel)), introduction.Id);

    /// <summary>A question to the introducer.</summary>
    public static Form AskIntroducer(Introduction introduction, Phrases say) => new(say.Language, Steps.AskIntroducer, introduction.DisplayCode,
        [new Field.Input("question", say.Text(nameof(Words.LabelQuestion)), say.Text(nameof(Words.HintSentence)), Multiline: true, Max: 500)],
        say.Text(nameof(Words.AskSubmit)), say.Text(nameof(Words.Cancel)), introduction.Id);

    /// <summary>The answer to <paramref name="question"/>; <paramref name="title"/> says what it is about, <paramref name="hint"/> who reads it.</summary>
    public static Form Answer(IntroductionId id, string title, string? question, string hint, Phrases say) => new(say.Language, Steps.Answer, title,
        [.. question is null ? [] : new Field[] { new Field.Quote(Line.Typed(question)) }, new Field.Input("answer", say.Text(nameof(Words.LabelAnswer)), hint, Multiline: true, Max: 500)],
        say.Text(nameof(Words.AnswerSubmit)), say.Text(nameof(Words.Cancel)), id);

    /// <summary>Another route or person; <paramref name="people"/> are recruiters with their names.</summary>
    public static Form Pass(Introduction introduction, Programme programme, IReadOnlyList<(string Ref, string Name)> people, Phrases say)
    {
        var routes = programme.Routes.Where(route => route.Name != introduction.Route).Select(route => new Option(route.Name, route.Title.In(say.Language))).ToImmutableArray();
        var persons = people.Select(static person => new Option(person.Ref, person.Name)).ToImmutableArray();
        ImmutableArray<OptionGroup> groups =
        [
            .. routes.IsEmpty ? [] : new[] { new OptionGroup(say.Text(nameof(Words.GroupRoutes)), routes) },
            .. persons.IsEmpty ? [] : new[] { new OptionGroup(say.Text(nameof(Words.GroupPeople)), persons) },
        ];
        return new Form(say.Language, Steps.Pass, introduction.DisplayCode, [new Field.Choice("to", say.Text(nameof(Words.LabelTo)), groups)],
            say.Text(nameof(Words.PassSubmit)), say.Text(nameof(Words.Cancel)), introduction.Id);
    }

    /// <summary>Who the contact is, for whoever took the introduction: exactly what the contact's page shows; with a first message to send, and <paramref name="page"/> while the contact has not confirmed.</summary>
    public static Form Contact(Introduction introduction, Details details, Person introducer, Uri? page, Programme programme, Phrases say)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        Add(nameof(Words.FactContact), details.Contact);
        Add(nameof(Words.FactAddress), details.Address);
        Add(nameof(Words.FactAbout), introduction.About);
        Add(nameof(Words.FactLocation), introduction.Location);
        Add(nameof(Words.FactRelation), introduction.Relation);
        foreach (var piece in Pieces(details.Note))
        {
            Add(nameof(Words.FactNote), piece);
        }

        // What is to be sent speaks the contact's language.
        var (contact, theirs) = (new Run.Typed(details.Contact), Phrases.In(introduction.ContactLanguage ?? say.Language));
        return new Form(say.Language, Steps.Contact, introduction.DisplayCode,
            [
                new Field.Facts(facts.ToImmutable()),
                new Field.Text(say.Line(nameof(Words.FirstMessageLead))),
                new Field.Quote(page is null
                    ? theirs.Line(nameof(Words.FirstMessage), contact, new Run.Typed(introducer.Name), programme.Company)
                    : theirs.Line(nameof(Words.FirstMessageWithPage), contact, new Run.Typed(introducer.Name), programme.Company, new Run.Link(page))),
                new Field.Text(say.Line(page is null ? nameof(Words.ContactNotice) : nameof(Words.ContactNoticeWithPage))),
            ],
            null, say.Text(nameof(Words.Close)), introduction.Id);

        void Add(string label, string? value)
        {
            if (value is not null)
            {
                facts.Add(new Fact(say.Text(label), Line.Typed(value)));
            }
        }
    }

    // Slack shows 2,000 characters of a fact; nothing of a long note is lost.
    private static IEnumerable<string?> Pieces(string? note)
    {
        while (note is { Length: > 1900 })
        {
            var end = note.LastIndexOfAny([' ', '\n'], 1900) is > 0 and var space ? space : char.IsLowSurrogate(note[1900]) ? 1899 : 1900;
            yield return note[..end];
            note = note[end..].TrimStart();
        }

        yield return note;
    }

    /// <summary>Stands in for a form that is being fetched.</summary>
    public static Form Loading(string step, IntroductionId id, Phrases say) =>
        new(say.Language, step, say.Text(nameof(Words.OneMoment)), [new Field.Text(say.Line(nameof(Words.Fetching)))], null, say.Text(nameof(Words.Close)), id);

    /// <summary>A sentence where a form was expected.</summary>
    public static Form Sentence(string step, Line line, Phrases say) =>
        new(say.Language, step, say.Text(nameof(Words.IntroBot)), [new Field.Text(line)], null, say.Text(nameof(Words.Close)));

    private static ImmutableArray<Field> About(ImmutableDictionary<string, string> values, Phrases say) =>
    [
        new Field.Input("contact", say.Text(nameof(Words.LabelContact)), say.Text(nameof(Words.HintContact)), Initial: values.GetValueOrDefault("contact"), Max: 100),
        new Field.Input("about", say.Text(nameof(Words.LabelAbout)), say.Text(nameof(Words.HintAbout)), Initial: values.GetValueOrDefault("about"), Max: 150),
        new Field.Input("location", say.Text(nameof(Words.LabelLocation)), Initial: values.GetValueOrDefault("location"), Required: false, Max: 80),
        new Field.Input("relation", say.Text(nameof(Words.LabelRelation)), say.Text(nameof(Words.HintRelation)), Initial: values.GetValueOrDefault("relation"), Required: false, Max: 150),
    ];

    private static Field.Choice ContactLanguage(ImmutableDictionary<string, string> values, Phrases say) => new("language", say.Text(nameof(Words.LabelContactLanguage)),
        [new OptionGroup(null, [new Option("en", "English"), new Option("fr", "Français")])],
        values.GetValueOrDefault("language") is { } chosen and ("en" or "fr") ? chosen : say.Language == Language.Fr ? "fr" : "en", say.Text(nameof(Words.HintContactLanguage)));

    // Asking first asks for neither.
    private static ImmutableArray<Field> Private(ImmutableDictionary<string, string> values, Phrases say) =>
    [
        new Field.Input("address", say.Text(nameof(Words.LabelAddress)), say.Text(nameof(Words.HintAddress)), Initial: values.GetValueOrDefault("address"), Max: 200),
        new Field.Input("note", say.Text(nameof(Words.LabelNote)), say.Text(nameof(Words.HintNote)), Initial: values.GetValueOrDefault("note"), Required: false, Multiline: true, Max: 3000),
    ];

    /// <summary>The choice of a route.</summary>
    public static Field.Choice RouteChoice(ImmutableDictionary<string, string> values, Programme programme, Phrases say) => new("route", say.Text(nameof(Words.LabelRoute)),
        [new OptionGroup(null, [.. programme.Routes.Where(static route => route.Name != Route.General).Append(programme.General).Select(route => new Option(route.Name, route.Title.In(say.Language)))])],
        values.GetValueOrDefault("route") is { } route && programme.FindRoute(route) is not null ? route : programme.General.Name)
    {
        Hint = say.Text(nameof(Words.HintRoute)),
    };
}
