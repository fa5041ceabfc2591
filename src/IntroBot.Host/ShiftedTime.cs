#if PLAYGROUND
namespace IntroBot.Host;

/// <summary>In Development, time that can be moved forward, so that reminders, expiry and purge are seen without waiting. It runs at its usual pace, only later.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private static readonly TimeSpan s_most = TimeSpan.FromDays(3660);
    private long _ticks;

    public TimeSpan Ahead => new(Interlocked.Read(ref _ticks));

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    /// <summary>Moves on; never back, and not further than ten years from now.</summary>
    public void Forward(TimeSpan by) => Interlocked.Add(ref _ticks, by > TimeSpan.Zero && Ahead + by <= s_most ? by.Ticks : 0);
}

/// <summary>The Playground's way to move time: <c>GET /playground/time</c> tells it, <c>POST /playground/time?days=7</c> moves it forward.</summary>
internal static class MovingTime
{
    public static void AddMovingTime(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<ShiftedTime>().AddSingleton<TimeProvider>(static services => services.GetRequiredService<ShiftedTime>());

    public static void MapMovingTime(this WebApplication app)
    {
        var time = app.Services.GetRequiredService<ShiftedTime>();
        app.MapGet("/playground/time", () => Told(time));
        app.MapPost("/playground/time", (double days) =>
        {
            time.Forward(double.IsFinite(days) && days is > 0 and < 3660 ? TimeSpan.FromDays(days) : TimeSpan.Zero);
            return Told(time);
        });
    }

    private static IResult Told(ShiftedTime time) => Results.Json(new { now = time.GetUtcNow(), ahead = time.Ahead.TotalDays });
}
#endif
