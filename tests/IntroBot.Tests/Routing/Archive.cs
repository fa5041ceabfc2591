using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Tests.Introductions;
using IntroBot.Tests.Promises;
using Microsoft.Extensions.DependencyInjection;

namespace IntroBot.Tests.Queues;

/// <summary>Introductions that are in the store without anybody having been asked or told: many, at once.</summary>
internal sealed class Archive(Company company)
{
    private readonly Random _random = new(6);

    /// <summary>Introductions by Ines that wait on the route tech, a minute apart, the last of them now; their ids, the oldest first.</summary>
    public Task<IReadOnlyList<string>> Waiting(int count, Func<int, string>? about = null) => Put(count, about, static introduction => introduction);

    /// <summary>The same, ended with "not now".</summary>
    public Task<IReadOnlyList<string>> Ended(int count) => Put(count, null, static introduction => introduction with { State = State.NotNow, Claimer = Person(Office.Clara) });

    public static PersonId Person(string user) => Ids.Person(new Account(PlatformKind.Slack, Demo.Team, user));

    private async Task<IReadOnlyList<string>> Put(int count, Func<int, string>? about, Func<Introduction, Introduction> change)
    {
        var indexes = company.World.Services.GetRequiredService<Indexes>();
        var now = company.World.Clock.GetUtcNow();
        var bytes = new byte[20];
        var ids = new List<string>();
        for (var number = 0; number < count; number++)
        {
            _random.NextBytes(bytes);
            var (id, at) = (new IntroductionId(Ids.Encode(bytes, 26)), now.AddMinutes(number - count + 1));
            var introduction = change(new Introduction
            {
                Id = id,
                Code = id.Value[..6],
                Introducer = Person(Office.Ines),
                Route = "tech",
                CreatedAt = at,
                WaitingSince = at,
                About = about?.Invoke(number) ?? "backend engineer",
                Location = "Lyon",
                Deeds = [new Deed(Steps.Introduce, Person(Office.Ines), at)],
                Next = new Counters(1, 0, 0),
            });
            await company.Store.Commit(new Commit(Table.Intro, id.Value, Guid.NewGuid(), [new Write.Insert(IntroductionRows.Head, Json.Write(introduction))]), CancellationToken.None);
            await indexes.Reserve(introduction.Code, id, CancellationToken.None);
            await indexes.Write(introduction, "", CancellationToken.None);
            ids.Add(id.Value);
        }

        return ids;
    }
}
