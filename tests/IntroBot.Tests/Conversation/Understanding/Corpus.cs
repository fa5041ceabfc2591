using System.Globalization;
using System.Text;
using IntroBot.Conversation.Understanding;
using IntroBot.Programmes;
using IntroBot.Tests.Programmes;

namespace IntroBot.Tests.Understanding;

/// <summary>What people type with what it says, as Tuned.tsv and HeldBack.tsv have it, and how well it is understood.</summary>
internal static class Corpus
{
    public static readonly string[] Slots = ["contact", "about", "location", "route", "relation", "address", "agreement", "note"];

    /// <summary>The company the corpus is typed in.</summary>
    public static Programme Programme { get; } = Example.Read("""
        company: Maison Exemple
        organisation: { slack: [T0ACME] }
        domains: [example.test]
        zone: Europe/Paris
        recruiters: [lea@example.test]
        owners: [omar@example.test]
        kudos: { slack: C0KUDOS }
        routes:
          - { name: tech, title: { en: Technology, fr: Technologie }, slack: C0TECH, takes: [engineer, developer, dev, data, devops, backend, software, ingénieur, développeur] }
          - { name: luxe, title: { en: Luxury houses, fr: Maisons de luxe }, slack: C0LUXE, takes: [pâtissier, pastry, sommelier, joaillier, jeweller, maroquinier, luxury] }
          - { name: sales, title: { en: Sales, fr: Commerce }, slack: C0SALES, takes: [account manager, account executive, business developer, commercial, vendeur] }
          - { name: finance, title: { en: Finance, fr: Finance }, slack: C0FIN, takes: [accountant, comptable, controller, contrôleur de gestion, auditor, auditeur, treasurer, trésorier] }
          - { name: general, title: { en: Anything else, fr: Autre }, slack: C0RECRUIT }
        """);

    public static IReadOnlyList<Utterance> Read(string part) =>
        [.. File.ReadAllLines(Files.InRepository($"tests/IntroBot.Tests/Conversation/Understanding/{part}.tsv")).Where(static line => !line.StartsWith('#')).Select(static line => line.Split('\t')).Select(static cells =>
            new Utterance(cells[0], cells[1].Replace("\\n", "\n", StringComparison.Ordinal), cells.Skip(2).Select(static cell => cell.Split('=', 2)).ToDictionary(static pair => pair[0], static pair => pair[1])))];

    /// <summary>Counts, over the slots that should be or are filled, how many hold exactly the words they should; an address must be the same to the letter.</summary>
    public static Score Score(IEnumerable<Utterance> utterances)
    {
        var score = new Score();
        foreach (var utterance in utterances)
        {
            var got = Prefill.From(utterance.Text, Programme);
            foreach (var slot in Slots)
            {
                score.Add(slot, utterance.Expected.GetValueOrDefault(slot, ""), got.GetValueOrDefault(slot, ""));
            }
        }

        return score;
    }

    /// <summary>The words of a text; what stands between them and at their ends does not count.</summary>
    public static string Words(string text) =>
        string.Join(' ', text.Split([' ', '\n', ',', ';', '(', ')', '"', '«', '»', '\u00a0', '\u202f'], StringSplitOptions.RemoveEmptyEntries).Select(static word => word.Trim('.', '?', '!', ':', '/', '-', '—')).Where(static word => word.Length > 0));
}

/// <summary>One utterance.</summary>
internal sealed record Utterance(string Language, string Text, IReadOnlyDictionary<string, string> Expected);

/// <summary>What came out of a corpus.</summary>
internal sealed class Score
{
    private readonly Dictionary<string, (int Right, int Of)> _bySlot = Corpus.Slots.ToDictionary(static slot => slot, static _ => (0, 0));

    public int AddressesGiven { get; private set; }

    public int AddressesRight { get; private set; }

    public double Accuracy => (double)_bySlot.Values.Sum(static slot => slot.Right) / _bySlot.Values.Sum(static slot => slot.Of);

    public double Precision => (double)AddressesRight / AddressesGiven;

    public void Add(string slot, string expected, string got)
    {
        if (expected.Length + got.Length == 0)
        {
            return;
        }

        var isRight = slot == "address" ? expected == got : Corpus.Words(expected) == Corpus.Words(got);
        _bySlot[slot] = (_bySlot[slot].Right + (isRight ? 1 : 0), _bySlot[slot].Of + 1);
        if (slot == "address" && got.Length > 0)
        {
            AddressesGiven++;
            AddressesRight += isRight ? 1 : 0;
        }
    }

    public override string ToString() => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"slots {_bySlot.Values.Sum(static slot => slot.Right)} of {_bySlot.Values.Sum(static slot => slot.Of)} = {100 * Accuracy:F1} %, ")
        .Append(CultureInfo.InvariantCulture, $"addresses given {AddressesGiven}, right {AddressesRight} = {100 * Precision:F1} % ({string.Join(", ", _bySlot.Select(static slot => $"{slot.Key} {slot.Value.Right}/{slot.Value.Of}"))})")
        .ToString();
}
