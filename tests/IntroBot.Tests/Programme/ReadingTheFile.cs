using IntroBot.Conversation;
using IntroBot.Programmes;

namespace IntroBot.Tests.Programmes;

public class ReadingTheFile
{
    [Fact]
    public void The_documented_example_is_read_as_it_says()
    {
        var programme = Example.Documented();
        Assert.Equal("Maison Exemple", programme.Company);
        Assert.True(programme.Organisation.Names(PlatformKind.Slack, "T0ACME"));
        Assert.Equal("Europe/Paris", programme.Zone.Id);
        Assert.Equal(["tech", "maison", "general"], programme.Routes.Select(route => route.Name));
        Assert.Equal(Language.Fr, programme.LanguageOf(programme.General));
        Assert.True(programme.FindRoute("maison")!.Discreet);
        Assert.Equal("C0KUDOS", programme.Kudos.Channels.On(PlatformKind.Slack)!.Channel);
    }

    [Fact]
    public void What_the_least_file_leaves_out_has_its_default()
    {
        var programme = Example.Read(Example.Least);
        Assert.Equal(20, programme.Limits.PerDay);
        Assert.Equal(Agreement.Word, programme.Agreement);
        Assert.Equal(WorkingHours.Default, programme.Hours);
        Assert.Equal(6, programme.Reasons.Length);
        Assert.Empty(programme.Managers);
        Assert.Equal(programme.Recruiters, programme.General.Recruiters);
    }
}
