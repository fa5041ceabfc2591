namespace IntroBot.Conversation.Understanding;

/// <summary>What stands behind a label and a colon: "Name: Ada Martin", "Ville : Lyon".</summary>
internal static class TakeLabelled
{
    private static readonly (Kinds Label, Slot Slot)[] s_labels =
    [
        (Kinds.LabelContact, Slot.Contact), (Kinds.LabelAbout, Slot.About), (Kinds.LabelLocation, Slot.Location), (Kinds.LabelRelation, Slot.Relation), (Kinds.LabelNote, Slot.Note),
    ];

    public static void From(Reading reading)
    {
        for (var i = 0; i + 1 < reading.Clauses.Count; i++)
        {
            var (label, value) = (reading.Clauses[i], reading.Clauses[i + 1]);
            var slot = s_labels.FirstOrDefault(pair => reading.Length(label.From, label.To, pair.Label) == label.Length).Slot;
            if (reading.Tokens[value.From].Before != Break.Colon || slot == Slot.None || !reading.AreFree(value) || reading.Values.ContainsKey(slot) || (slot == Slot.Contact && !IsName(reading, value)))
            {
                continue;
            }

            reading.Give(label, Slot.Frame);
            if (slot != Slot.Note)
            {
                reading.Fill(value, slot);
            }
        }
    }

    private static bool IsName(Reading reading, Stretch value) => Names.At(reading, value.From, value.To, expected: true) is { } name && name == value;
}
