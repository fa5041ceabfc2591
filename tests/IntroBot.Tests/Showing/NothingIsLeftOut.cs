using System.Reflection;
using System.Runtime.CompilerServices;
using IntroBot.Conversation;

namespace IntroBot.Tests.Showing;

/// <summary>Holds <see cref="Everything"/> to what the program makes.</summary>
public sealed class NothingIsLeftOut
{
    [Fact]
    public void Every_method_that_makes_a_card_or_a_form_has_its_example()
    {
        var makers = typeof(Card).Assembly.GetTypes()
            .Where(static type => !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && type != typeof(Card) && type != typeof(Form))
            .SelectMany(static type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(static method => method is { IsSpecialName: false, IsPrivate: false } && Makes(method.ReturnType))
            .Select(static method => $"{method.DeclaringType!.Name}.{method.Name}").Distinct().Order(StringComparer.Ordinal);

        foreach (var platform in Enum.GetValues<PlatformKind>())
        {
            Assert.Equal(makers, Everything.For(platform, Language.En).Select(static shown => shown.By).Distinct().Order(StringComparer.Ordinal));
        }
    }

    private static bool Makes(Type type) => type == typeof(Card) || type == typeof(Form) || type.IsAssignableTo(typeof(Answer)) || (type.IsGenericType && type.GetGenericArguments().Any(Makes));
}
