using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Tests.Agreements;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Introductions;

/// <summary>A recruiter asks the introducer; an employee asks recruiters first, naming nobody.</summary>
public sealed class Questions
{
    [Fact]
    public async Task A_recruiters_question_reaches_the_introducer_and_the_answer_comes_back_in_the_thread()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        await company.Press(Office.Clara, card, "claim");

        await company.Press(Office.Clara, company.Cards()[0], "ask-introducer", "ask-introducer:" + company.Introductions[0]);
        await company.Send(Office.Clara, ("question", "When could they start?"));
        Assert.Equal($"*INT-CODE*: <@{Office.Clara}> asks:\nWhen could they start?\nAnswer", company.Told(Office.Ines));
        await company.Press(Office.Ines, company.Slack.Dm(Office.Ines)[^1], "answer");
        Assert.Contains("When could they start?", company.Slack.Modal(Office.Ines)!.Json, StringComparison.Ordinal);
        await company.Send(Office.Ines, ("answer", "In March, I believe."));

        Assert.Equal([$"<@{Office.Clara}>, <@{Office.Ines}> answers:\nIn March, I believe."], company.Threads(Demo.Tech));
        Assert.Equal(["Intro t|0000000000", "Intro t|0000000001"], company.Store.Holding("When could they start?", "In March, I believe."));
        Assert.Equal(["introduce", "claim", "ask-introducer", "answer"], company.Events(company.Introductions[0]));
    }

    [Fact]
    public async Task Neither_question_nor_answer_may_name_the_contact()
    {
        await using var company = new Company();
        var card = await company.Introduced();

        await company.Press(Office.Clara, card, "ask-introducer", "ask-introducer:" + company.Introductions[0]);
        Assert.Equal("Please leave their name and address out: this is read in chat.", (await company.Send(Office.Clara, ("question", "Is Martin free?"))).Errors["question"]);
        await company.Send(Office.Clara, ("question", "Are they free?"));
        await company.Press(Office.Ines, company.Slack.Dm(Office.Ines)[^1], "answer");
        Assert.Equal("Please leave their name and address out: this is read in chat.", (await company.Send(Office.Ines, ("answer", "Ask ada@example.com"))).Errors["answer"]);
    }

    [Fact]
    public async Task Nobody_is_named_the_recruiter_answers_and_one_press_makes_it_an_introduction()
    {
        await using var company = new Company();
        await company.Slack.Command(Office.Ines, Demo.General, "/intros", "ask-first");

        await company.Send(Office.Ines, ("about", "backend engineer"), ("location", "Lyon"), ("route", "tech"), ("question", "They like small teams."));

        var card = Assert.Single(company.Cards());
        Assert.Equal($"<@{Office.Ines}> asks, before naming anybody: would somebody like this interest you?\n*What they do*\nbackend engineer\n*Where*\nLyon\nThey like small teams.\nAnswer", Company.Plain(card));
        Assert.Empty(company.Introductions);
        await company.Press(Office.Clara, card, "answer");
        await company.Send(Office.Clara, ("answer", "Very much so."));
        Assert.Equal([$"<@{Office.Clara}> answers:\nVery much so."], company.Threads(Demo.Tech));
        Assert.Equal($"<@{Office.Clara}> answers your question:\nVery much so.\nIntroduce someone", company.Told(Office.Ines));
        Assert.All(company.Store.Holding("Very much so.", "small teams"), static row => Assert.StartsWith("Intro t|", row, StringComparison.Ordinal));

        await company.Press(Office.Ines, company.Slack.Dm(Office.Ines)[^1], "introduce");
        var form = company.Slack.Modal(Office.Ines)!.Values;
        Assert.Equal("backend engineer", form["about"]!["about"]!["value"]!.GetValue<string>());
        Assert.Equal("Lyon", form["location"]!["location"]!["value"]!.GetValue<string>());
        Assert.Equal("tech", form["route"]!["route"]!["selected_option"]!["value"]!.GetValue<string>());
        await company.Send(Office.Ines, ("contact", "Ada Martin"), ("agreement", "agreed"), ("address", "ada@example.com"));
        Assert.Single(company.Introductions);
    }

    [Fact]
    public async Task Only_recruiters_of_the_route_answer_and_addresses_stay_out()
    {
        await using var company = new Company();
        await company.Slack.Command(Office.Ines, Demo.General, "/intros", "ask-first");
        Assert.NotEmpty((await company.Send(Office.Ines, ("about", "write to ada@example.com"), ("route", "tech"))).Errors["about"]);
        await company.Send(Office.Ines, ("about", "engineer"), ("route", "tech"));
        var card = company.Cards()[0];

        Assert.True((await company.Slack.Press(Office.Lou, card, "answer")).Ok);

        Assert.Equal("Only recruiters of this team can answer.", company.Whispered(Office.Lou));
        Assert.Null(company.Slack.Modal(Office.Lou));
    }

    [Fact]
    public async Task A_question_is_kept_for_a_month()
    {
        await using var company = new Company();
        await company.Slack.Command(Office.Ines, Demo.General, "/intros", "ask-first");
        await company.Send(Office.Ines, ("about", "engineer"), ("route", "tech"), ("question", "questioncanary"));
        await company.Press(Office.Clara, company.Cards()[0], "answer");
        await company.Send(Office.Clara, ("answer", "answercanary"));

        await company.Pass(30.1);

        Assert.Empty(company.Store.Holding("questioncanary", "answercanary", "engineer"));
        await company.Press(Office.Ines, company.Slack.Dm(Office.Ines)[^1], "introduce");
        Assert.Equal("This question is no longer open.", company.Whispered(Office.Ines));
    }
}
