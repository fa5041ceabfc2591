namespace IntroBot.Recognition;
internal static class NoBounty { public sealed record R(string Sentence); public static R? Check(string t, IntroBot.Conversation.Language l) => t.Length > 10000 ? new R("") : null; }
