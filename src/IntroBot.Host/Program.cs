using IntroBot;
using IntroBot.Host;
using IntroBot.Programmes;
using IntroBot.Slack;
using IntroBot.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddEssentials();
builder.AddPlaygroundWhenNothingIsConfigured();
builder.CheckSettings();
builder.AddKeys();
builder.AddStorage();
builder.AddProgramme();
builder.AddIntroBot();
builder.AddSlack();
builder.AddHealth();

var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.MapSlack();
app.MapHealth();
app.MapPlaygroundWhenAdded();
await app.RunAsync();
