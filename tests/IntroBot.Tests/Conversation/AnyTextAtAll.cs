using IntroBot.Conversation;

namespace IntroBot.Tests.Conversations;

public sealed class AnyTextAtAll
{
    [Theory]
    [InlineData('\uFFFE')]
    [InlineData('\uFFFF')]
    [InlineData('\uFDD0')]
    [InlineData('\uFDEF')]
    [InlineData('\uD800')]
    [InlineData('\uDC00')]
    public void Characters_that_are_none_are_dropped(char none)
    {
        Assert.Equal("Ada Martin", Typing.Clean($"Ada{none} Martin"));
        Assert.Equal("ada martin", Typing.Fold($"Ada{none} Martin"));
    }

    [Fact]
    public void So_are_those_beyond_the_first_plane() => Assert.Equal("Ada", Typing.Clean("A\U0001FFFEd\U0010FFFFa"));
}
