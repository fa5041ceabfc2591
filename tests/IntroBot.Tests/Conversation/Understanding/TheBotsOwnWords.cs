using IntroBot.Conversation.Understanding;

namespace IntroBot.Tests.Understanding;

public sealed class TheBotsOwnWords
{
    [Theory]
    [InlineData("", "help")]
    [InlineData("Hello!", "help")]
    [InlineData("Salut 👋", "help")]
    [InlineData("aide", "help")]
    [InlineData("adie", "help")]
    [InlineData("comment ça marche ?", "help")]
    [InlineData("How does it work?", "help")]
    [InlineData("mine", "mine")]
    [InlineData("mien", "mine")]
    [InlineData("My introductions", "mine")]
    [InlineData("my introducitons", "mine")]
    [InlineData("mes introductions", "mine")]
    [InlineData("Mes présentations.", "mine")]
    [InlineData("queue", "queue")]
    [InlineData("file d’attente", "queue")]
    [InlineData("ask", "ask")]
    [InlineData("Préférences", "prefs")]
    [InlineData("preferance", "prefs")]
    [InlineData("réglages", "prefs")]
    [InlineData("raport", "report")]
    [InlineData("programe", "programme")]
    [InlineData("diagnostique", "doctor")]
    [InlineData("intros doctor", "doctor")]
    [InlineData("Présenter quelqu’un", "introduce")]
    [InlineData("introduce", "introduce")]
    [InlineData("Oubliez-moi", "forget")]
    [InlineData("file en retard", "queue")]
    [InlineData("queue INT-7K3F2Q", "queue")]
    [InlineData("intros queue data engineer", "queue")]
    public void Are_understood_in_both_languages_and_with_a_slip(string typed, string command) => Assert.Equal(command, BotCommand.InChat(typed)?.Name);

    [Theory]
    [InlineData("Mina")]
    [InlineData("Aida")]
    [InlineData("Ada Martin")]
    [InlineData("help me introduce Ada Martin")]
    [InlineData("doctor in Lyon")]
    [InlineData("queue manager in Lyon")]
    [InlineData("Ask Ada")]
    [InlineData("introduce my contact Ada Martin")]
    public void Are_not_seen_in_what_says_something_else(string typed) => Assert.Null(BotCommand.InChat(typed));

    [Theory]
    [InlineData("", "help", "")]
    [InlineData("INT-7K3F2Q", "help", "int 7k3f2q")]
    [InlineData("Queue Tech", "queue", "tech")]
    [InlineData("file d'attente", "queue", "")]
    [InlineData("ask who knows a baker?", "ask", "who knows a baker")]
    [InlineData("repotr week", "report", "week")]
    [InlineData("mes présentations fermées", "mine", "fermees")]
    public void May_be_followed_by_more_after_the_slash_command(string typed, string name, string rest) => Assert.Equal(new BotCommand(name, rest), BotCommand.AfterIntros(typed));
}
