using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Portal.Modules.TakeAway.Public;

/// <summary>The HTML of a template by itself, as the theme in use shows it.</summary>
public sealed class TemplateText(IRazorViewEngine views, ITempDataDictionaryFactory tempData)
{
    public async Task<string> RenderAsync(ActionContext context, string template, object model)
    {
        var found = views.FindView(context, template, isMainPage: false);
        var view = found.EnsureSuccessful([]).View!;
        await using var writer = new StringWriter();
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        await view.RenderAsync(new ViewContext(context, view, data, tempData.GetTempData(context.HttpContext), writer, new HtmlHelperOptions()));
        return writer.ToString();
    }
}
