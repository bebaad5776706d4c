using Markdig.Extensions.TaskLists;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Portal.Kernel.Content.Markdown;

/// <summary>Gives lists of boxes to tick the class by which themes know them, in place of those that the parser gives.</summary>
internal static class Checklists
{
    public static void Mark(MarkdownDocument document)
    {
        foreach (var list in document.Descendants<TaskList>().Select(List).OfType<ListBlock>().Distinct())
        {
            list.SetAttributes(new HtmlAttributes { Classes = ["checklist"] });
            foreach (var item in list)
            {
                item.SetAttributes(new HtmlAttributes());
            }
        }
    }

    private static ListBlock? List(TaskList box)
    {
        for (var block = (Block?)box.Parent?.ParentBlock; block is not null; block = block.Parent)
        {
            if (block is ListBlock list)
            {
                return list;
            }
        }

        return null;
    }
}
