using IntroBot.Ledger; using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Hosting; using Microsoft.Extensions.Configuration; using IntroBot.Storage.Sqlite;
namespace IntroBot.Storage;
public static class T { public static void AddStorage(this IHostApplicationBuilder b) => b.Services.AddSingleton<IStore>(s => { var p = Path.GetFullPath(b.Configuration["Storage:Path"] ?? "data/introbot.db"); Directory.CreateDirectory(Path.GetDirectoryName(p)!); return SqliteStore.Open(p, s.GetRequiredService<TimeProvider>()); }); }
