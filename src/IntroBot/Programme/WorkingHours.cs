using System.Collections.Immutable;

namespace IntroBot.Programmes;

/// <summary>When people work, in local time: <paramref name="Days"/> is never empty, <paramref name="From"/> is before <paramref name="To"/>, <paramref name="Holidays"/> are free whatever their weekday.</summary>
public sealed record WorkingHours(ImmutableHashSet<DayOfWeek> Days, TimeOnly From, TimeOnly To, ImmutableHashSet<DateOnly> Holidays)
{
    /// <summary>Monday to Friday, 09:00 to 18:00, no holidays.</summary>
    public static WorkingHours Default { get; } = new(
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], new TimeOnly(9, 0), new TimeOnly(18, 0), []);

    /// <summary>Whether people work on a day.</summary>
    public bool Works(DateOnly day) => Days.Contains(day.DayOfWeek) && !Holidays.Contains(day);

    /// <summary>
    /// The moment <paramref name="days"/> working days after <paramref name="start"/>, at the same local time. What starts out of hours counts from the next opening:
    /// Friday 17:00 and two days is Tuesday 17:00; Saturday and two days is Wednesday at opening.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative or over 1,000, or nobody ever works.</exception>
    public DateTimeOffset AddWorkingDays(DateTimeOffset start, int days, TimeZoneInfo zone)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, 1000);
        ArgumentOutOfRangeException.ThrowIfZero(Days.Count, nameof(Days));
        var local = TimeZoneInfo.ConvertTime(start, zone).DateTime;
        var (day, time) = Opening(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        for (var left = days; left > 0; left--)
        {
            day = NextWorkingDay(day.AddDays(1));
        }

        return AtLocal(day.ToDateTime(time), zone);
    }

    /// <summary>
    /// The moment <paramref name="days"/> working days before <paramref name="end"/>: what began before it is that old by then, as <see cref="AddWorkingDays"/> counts. A clock change between may
    /// move it by its hour.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative or over 1,000, or nobody ever works.</exception>
    public DateTimeOffset SubtractWorkingDays(DateTimeOffset end, int days, TimeZoneInfo zone)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, 1000);
        ArgumentOutOfRangeException.ThrowIfZero(Days.Count, nameof(Days));
        var local = TimeZoneInfo.ConvertTime(end, zone).DateTime;
        var (day, time) = Closing(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        for (var left = days; left > 0; left--)
        {
            day = LastWorkingDay(day.AddDays(-1));
        }

        return AtLocal(day.ToDateTime(time), zone);
    }

    private (DateOnly Day, TimeOnly Time) Closing(DateOnly day, TimeOnly time) =>
        !Works(day) || time < From ? (LastWorkingDay(day.AddDays(-1)), To)
        : time > To ? (day, To)
        : (day, time);

    private DateOnly LastWorkingDay(DateOnly day)
    {
        while (!Works(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    private (DateOnly Day, TimeOnly Time) Opening(DateOnly day, TimeOnly time) =>
        !Works(day) || time >= To ? (NextWorkingDay(Works(day) ? day.AddDays(1) : day), From)
        : time < From ? (day, From)
        : (day, time);

    private DateOnly NextWorkingDay(DateOnly day)
    {
        while (!Works(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The hour that a clock change skips is read as the hour after it; of one that comes twice, the first is meant.</summary>
    private static DateTimeOffset AtLocal(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }
}
