using IntroBot.Programmes;

namespace IntroBot.Tests.Programmes;

public class CountingWorkingDays
{
    private static readonly TimeZoneInfo _paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData("2026-11-23T10:00+01:00", 2, "2026-11-25T10:00+01:00")]
    [InlineData("2026-11-27T17:00+01:00", 2, "2026-12-01T17:00+01:00")]
    [InlineData("2026-11-28T10:00+01:00", 2, "2026-12-02T09:00+01:00")]
    [InlineData("2026-11-27T18:00+01:00", 2, "2026-12-02T09:00+01:00")]
    [InlineData("2026-11-23T03:00+01:00", 1, "2026-11-24T09:00+01:00")]
    [InlineData("2026-11-23T23:30Z", 1, "2026-11-25T09:00+01:00")]
    [InlineData("2026-12-23T10:00+01:00", 2, "2026-12-28T10:00+01:00")]
    [InlineData("2026-12-25T10:00+01:00", 0, "2026-12-28T09:00+01:00")]
    [InlineData("2026-11-23T10:00+01:00", 0, "2026-11-23T10:00+01:00")]
    [InlineData("2026-10-23T10:00+02:00", 1, "2026-10-26T10:00+01:00")]
    [InlineData("2027-03-26T10:00+01:00", 1, "2027-03-29T10:00+02:00")]
    public void Weekends_holidays_nights_and_clock_changes_are_left_out(string start, int days, string expected)
    {
        var hours = WorkingHours.Default with { Holidays = [new DateOnly(2026, 12, 25)] };
        Assert.Equal(DateTimeOffset.Parse(expected, null), hours.AddWorkingDays(DateTimeOffset.Parse(start, null), days, _paris));
    }

    [Theory]
    [InlineData("2026-11-25T10:00+01:00", 2, "2026-11-23T10:00+01:00")]
    [InlineData("2026-12-01T17:00+01:00", 2, "2026-11-27T17:00+01:00")]
    [InlineData("2026-11-25T20:00+01:00", 2, "2026-11-23T18:00+01:00")]
    [InlineData("2026-11-25T08:00+01:00", 2, "2026-11-20T18:00+01:00")]
    [InlineData("2026-11-29T12:00+01:00", 1, "2026-11-26T18:00+01:00")]
    [InlineData("2026-12-28T10:00+01:00", 2, "2026-12-23T10:00+01:00")]
    public void Backwards_the_same_days_are_left_out(string end, int days, string expected)
    {
        var hours = WorkingHours.Default with { Holidays = [new DateOnly(2026, 12, 25)] };
        Assert.Equal(DateTimeOffset.Parse(expected, null), hours.SubtractWorkingDays(DateTimeOffset.Parse(end, null), days, _paris));
    }

    [Fact]
    public void What_began_before_the_day_counted_backwards_is_due_and_nothing_that_began_after_it()
    {
        var random = new Random(20261123);
        var hours = WorkingHours.Default with { Holidays = [new DateOnly(2026, 12, 25), new DateOnly(2027, 4, 5)] };
        var first = new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);
        for (var trial = 0; trial < 20_000; trial++)
        {
            var (start, end, days) = (first.AddMinutes(random.Next(400_000)), first.AddMinutes(random.Next(400_000)), random.Next(12));
            var isDue = hours.AddWorkingDays(start, days, _paris) <= end;
            var limit = hours.SubtractWorkingDays(end, days, _paris);
            Assert.True(isDue ? start <= limit.AddHours(1) : start >= limit.AddHours(-1), $"{start:o} and {days} days by {end:o}: limit {limit:o}");
        }
    }

    [Fact]
    public void A_time_that_the_clock_change_skips_becomes_the_next_one_that_exists()
    {
        var nights = new WorkingHours([DayOfWeek.Saturday, DayOfWeek.Sunday], new TimeOnly(0, 0), new TimeOnly(23, 59), []);
        Assert.Equal(new DateTimeOffset(2027, 3, 28, 3, 0, 0, TimeSpan.FromHours(2)), nights.AddWorkingDays(new DateTimeOffset(2027, 3, 27, 2, 30, 0, TimeSpan.FromHours(1)), 1, _paris));
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(2)), nights.AddWorkingDays(new DateTimeOffset(2026, 10, 24, 2, 30, 0, TimeSpan.FromHours(2)), 1, _paris));
    }

    [Fact]
    public void Each_route_has_its_own_hours_and_keeps_what_it_does_not_say()
    {
        var programme = Example.Documented();
        var saturday = new DateTimeOffset(2026, 11, 28, 11, 0, 0, TimeSpan.FromHours(1));
        Assert.Equal(saturday.AddDays(3), programme.AddWorkingDays(programme.FindRoute("maison")!, saturday, 1));
        Assert.Contains(new DateOnly(2026, 12, 25), programme.FindRoute("maison")!.Hours.Holidays);
    }
}
