using IntroBot.Programmes;

namespace IntroBot.Tests.Programmes;

/// <summary>Programme files to test with.</summary>
internal static class Example
{
    /// <summary>The least a file needs. One line each, so that tests can change one.</summary>
    public const string Least = """
        company: Maison Exemple
        organisation: { slack: [T0ACME] }
        recruiters: [lea@example.test]
        owners: [omar@example.test]
        kudos: { slack: C0KUDOS }
        routes:
          - name: tech
            title: { en: Technology, fr: Technologie }
            slack: C0TECH
          - name: general
            title: { en: Anything else, fr: Autre }
            slack: C0RECRUIT
        """;

    public static Programme Read(string yaml) => ProgrammeFile.Parse(yaml, "programme.yaml");

    public static Programme Documented() => ProgrammeFile.Load(Files.InRepository("docs/programme.example.yaml"));

    public static IReadOnlyList<string> MistakesOf(string yaml) =>
        [.. Assert.Throws<ProgrammeException>(() => Read(yaml)).Mistakes.Select(static mistake => mistake.ToString())];
}
