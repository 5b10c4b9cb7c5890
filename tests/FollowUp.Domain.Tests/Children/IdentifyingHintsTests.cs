using FollowUp.Domain.Children;

namespace FollowUp.Domain.Tests.Children;

public sealed class IdentifyingHintsTests
{
    [Theory]
    [InlineData("I want more books.", "")]
    [InlineData("When it rains I can not go. I stay.", "")]
    [InlineData("My teacher Sok Dara beats us", "name:Sok Dara")]
    [InlineData("I am 11 years old", "number:11")]
    [InlineData("write to dara@example.org or @dara", "address:dara@example.org address:@dara")]
    [InlineData("call 012 345 678 please", "number:012 345 678")]
    [InlineData("in our school by the river", "place:school")]
    [InlineData("je m'appelle Rithy", "name:je m'appelle Rithy")]
    [InlineData("ខ្ញុំឈ្មោះដារ៉ា", "name:ខ្ញុំឈ្មោះដារ៉ា")]
    [InlineData("ខ្ញុំរស់នៅភូមិថ្មី", "place:ភូមិ")]
    [InlineData("អាយុ ១២ ឆ្នាំ", "number:១២")]
    [InlineData("اسمي سامي", "name:اسمي سامي")]
    public void Hints_say_where_somebody_could_be_recognised(string text, string hints) =>
        Assert.Equal(hints, string.Join(' ', IdentifyingHints.In(text).Select(h => $"{h.Why}:{text.Substring(h.Start, h.Length)}")));
}
