using IntroBot;
using IntroBot.Host;
using IntroBot.Host.Contact;
using IntroBot.Programmes;
using IntroBot.Slack;
using IntroBot.Storage;
using IntroBot.Teams;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddEssentials();
    builder.AddPlaygroundWhenNothingIsConfigured();
    builder.CheckSettings();
    builder.AddKeys();
    builder.AddStorage();
    builder.AddProgramme();
    builder.AddIntroBot();
    builder.AddSlack();
    builder.AddTeams();
    builder.AddContactPage();
    builder.AddHealth();
    builder.AddQuietLogs();

    var app = builder.Build();
    app.UseKnownProxies();
    app.UseHeaders();
    app.UseRateLimiter();
    app.UseAuthentication();
    app.UseAuthorization();
    app.MapSlack();
    app.MapTeams();
    app.MapContactPage();
    app.MapHealth();
    app.MapPlaygroundWhenAdded();
    await app.RunAsync();
    return 0;
}
catch (Exception refused) when (Refusals.Why(refused) is { } why)
{
    await Console.Error.WriteLineAsync(why);
    return Refusals.ExitCode;
}
