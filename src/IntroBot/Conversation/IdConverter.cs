using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntroBot.Conversation;

/// <summary>Writes an id as its text.</summary>
internal abstract class IdConverter<T>(Func<string, T> make, Func<T, string> text) : JsonConverter<T>
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => make(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(text(value));
}

internal sealed class PersonIdConverter() : IdConverter<PersonId>(static text => new(text), static id => id.Value);

internal sealed class IntroductionIdConverter() : IdConverter<IntroductionId>(static text => new(text), static id => id.Value);
