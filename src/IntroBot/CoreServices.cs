using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Conversation.Understanding;
using IntroBot.Homes;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Programmes;
using IntroBot.Recognition;
using IntroBot.Routes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntroBot;

/// <summary>Registers what the program does. The store, the programme, the keys and the platforms are registered by their own projects.</summary>
public static class CoreServices
{
    /// <summary>Adds the features and the pump.</summary>
    public static void AddIntroBot(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<People>().AddSingleton<Platforms>().AddSingleton<LinkAccounts>().AddSingleton<Admission>();
        services.AddSingleton<IntroductionReader>().AddSingleton<StepRunner>().AddSingleton<Indexes>().AddSingleton<Joining>().AddSingleton<Introduce>();
        services.AddSingleton<IntroduceDesk>().AddSingleton<StepDesk>().AddSingleton<ContactView>().AddSingleton<WhoAnswers>().AddSingleton<MyIntroductions>().AddSingleton<PreferencesDesk>();
        services.AddSingleton<Lists>().AddSingleton<QueueLists>().AddSingleton<QueueEntry>().AddSingleton<History>().AddSingleton<Search>().AddSingleton<Queue>();
        services.AddSingleton<HomeVisits>().AddSingleton<ShowHome>().AddSingleton<KeepHomeFresh>();
        services.AddSingleton(static provider => new PublicAddress(new Uri(provider.GetRequiredService<IConfiguration>()["PublicBaseUrl"]!)));
        services.AddSingleton<ContactLinks>().AddSingleton<Suppression>().AddSingleton<ErasureJournal>().AddSingleton<AfterAnErasure>().AddSingleton<NeverAgain>().AddSingleton<AskFirstDesk>().AddSingleton<Reports>().AddSingleton<AuditTrail>();
        services.AddSingleton<Clock>().AddSingleton<DrawUpThePage>().AddSingleton<ContactDesk>().AddHostedService<ReplayErasures>();
        services.AddSingleton<OpenContactPage>(static provider => provider.GetRequiredService<ContactDesk>().Open).AddSingleton<AnswerContactPage>(static provider => provider.GetRequiredService<ContactDesk>().Answer);
        services.AddLedger();
        services.AddSingleton<KudosQueue>().AddSingleton<IntroductionEffects>().AddSingleton<IEffects, EffectRouter>();
        services.AddSingleton<ProgrammeInForce>().AddSingleton<Doctor>().AddSingleton<TurnRouter>().AddHostedService<WarmUp>();
        services.AddSingleton<TurnHandler>(static provider => provider.GetRequiredService<TurnRouter>().Handle);
    }
}
