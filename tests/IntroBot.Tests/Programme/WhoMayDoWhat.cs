using IntroBot.Conversation;
using IntroBot.Programmes;

namespace IntroBot.Tests.Programmes;

public class WhoMayDoWhat
{
    private const string Guid = "0d8a1c2b-4e6f-4c55-9a53-3f2a7c1e5b0d";
    private readonly Programme _programme = Example.Read(Example.Least
        .Replace("[lea@example.test]", $"[lea@example.test, slack:U0RAVI, 'teams:{Guid.ToUpperInvariant()}']", StringComparison.Ordinal)
        .Replace("slack: [T0ACME] }", "slack: [T0ACME], teams: [3f2a7c1e-5b0d-4c55-9a53-0d8a1c2b4e6f] }", StringComparison.Ordinal)
        .Replace("    slack: C0TECH", "    slack: C0TECH\n    fallback: omar@example.test", StringComparison.Ordinal));

    [Theory]
    [InlineData("lea@example.test", true)]
    [InlineData("Lea@Example.TEST", true)]
    [InlineData("lea@example.test.evil.test", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_recruiter_is_known_by_the_whole_address_and_nothing_less(string? email, bool expected) =>
        Assert.Equal(expected, _programme.IsRecruiter(_programme.General, Somebody("U0LEA", email)));

    [Fact]
    public void A_recruiter_is_known_by_an_account_of_the_right_platform()
    {
        Assert.True(_programme.IsRecruiter(_programme.General, Somebody("U0RAVI", null)));
        Assert.False(_programme.IsRecruiter(_programme.General, Somebody("u0ravi", null)));
        Assert.True(_programme.IsRecruiter(_programme.General, new Profile(new Account(PlatformKind.Teams, "3f2a7c1e-5b0d-4c55-9a53-0d8a1c2b4e6f", Guid), "Ravi", null, null, true)));
        Assert.False(_programme.IsRecruiter(_programme.General, new Profile(new Account(PlatformKind.Teams, "3f2a7c1e-5b0d-4c55-9a53-0d8a1c2b4e6f", "U0RAVI"), "Ravi", null, null, true)));
    }

    [Fact]
    public void Guests_and_strangers_are_nobody_even_with_the_right_address_or_account()
    {
        Assert.False(_programme.IsRecruiter(_programme.General, Somebody("U0LEA", "lea@example.test") with { Member = false }));
        Assert.False(_programme.IsOwner(Somebody("U0OMAR", "omar@example.test") with { Member = false }));
        Assert.False(_programme.IsRecruiter(_programme.General, Somebody("U0LEA", "lea@example.test") with { Account = new Account(PlatformKind.Slack, "T0OTHER", "U0LEA") }));
        Assert.False(_programme.IsRecruiter(_programme.General, Somebody("U0RAVI", null) with { Account = new Account(PlatformKind.Slack, "T0OTHER", "U0RAVI") }));
    }

    [Fact]
    public void The_fallback_is_the_fallback_of_its_route_alone()
    {
        var omar = Somebody("U0OMAR", "omar@example.test");
        Assert.True(_programme.IsFallback(_programme.FindRoute("tech")!, omar));
        Assert.False(_programme.IsFallback(_programme.General, omar));
        Assert.True(_programme.IsOwner(omar));
        Assert.False(_programme.IsRecruiter(_programme.General, omar));
    }

    [Fact]
    public void Where_the_file_names_nobody_nobody_may()
    {
        Assert.False(_programme.IsManager(Somebody("U0MINA", "")));
        Assert.False(_programme.IsManager(Somebody("U0MINA", "mina@example.test")));
        Assert.False((_programme with { Owners = [] }).IsOwner(Somebody("U0OMAR", "omar@example.test")));
        Assert.False(new Organisation([], []).Names(PlatformKind.Slack, "T0ACME"));
    }

    [Theory]
    [InlineData(PlatformKind.Slack, "T0ACME", true)]
    [InlineData(PlatformKind.Slack, "t0acme", false)]
    [InlineData(PlatformKind.Slack, "T0ACME2", false)]
    [InlineData(PlatformKind.Slack, "", false)]
    [InlineData(PlatformKind.Slack, "3f2a7c1e-5b0d-4c55-9a53-0d8a1c2b4e6f", false)]
    [InlineData(PlatformKind.Teams, "3F2A7C1E-5B0D-4C55-9A53-0D8A1C2B4E6F", true)]
    [InlineData(PlatformKind.Teams, "T0ACME", false)]
    public void The_organisation_is_the_workspaces_and_tenants_that_the_file_names(PlatformKind platform, string workspace, bool expected) =>
        Assert.Equal(expected, _programme.Organisation.Names(platform, workspace));

    private static Profile Somebody(string user, string? email) => new(new Account(PlatformKind.Slack, "T0ACME", user), user, email, null, true);
}
