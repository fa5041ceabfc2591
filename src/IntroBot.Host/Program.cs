using IntroBot;
using IntroBot.Host;
using IntroBot.Programmes;
using IntroBot.Slack;
using IntroBot.Storage;
using IntroBot.Teams;

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
builder.AddHealth();

var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.MapSlack();
app.MapTeams();
app.MapHealth();
app.MapPlaygroundWhenAdded();
await app.RunAsync();
