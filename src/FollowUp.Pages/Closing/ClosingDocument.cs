using FollowUp.Domain.Publication;
using FollowUp.Pages.Report;

namespace FollowUp.Pages.Closing;

/// <summary>The closing report as a Word document, ready to be worked on: real styles, contents, and a marked place for the coalition's own words.</summary>
public static class ClosingDocument
{
    public static byte[] Write(ClosingText closing, PublishedPlan plan, string language)
    {
        Wording text = Wording.For(language);
        WordWriter word = new(text.Language);
        word.Title(closing.Title);
        foreach (ClosingBlock block in closing.Front)
            Block(word, block);
        word.Contents(text["closing.contents"], [.. closing.Chapters.Select(c => c.Heading)]);
        foreach (ClosingChapter chapter in closing.Chapters)
        {
            word.Heading(1, chapter.Heading);
            foreach (ClosingBlock block in chapter.Blocks)
                Block(word, block);
            foreach (ClosingSection section in chapter.Sections)
            {
                word.Heading(2, section.Heading, section.Language);
                foreach (ClosingBlock block in section.Blocks)
                    Block(word, block);
            }
        }

        return word.Finish(closing.Title, plan.PublishedAt);
    }

    private static void Block(WordWriter word, ClosingBlock block)
    {
        switch (block.Part)
        {
            case ClosingPart.Quote:
                word.Paragraph(block.Text, WordStyles.Quote, block.Language);
                break;
            case ClosingPart.Place:
                word.Place(block.Text);
                break;
            case ClosingPart.Items:
                word.Heading(3, block.Text);
                foreach (string item in block.Items)
                    word.Bullet(item);
                break;
            default:
                word.Paragraph(block.Text);
                break;
        }
    }
}
