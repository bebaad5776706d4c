using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Kernel.Hosting;

namespace Portal.Modules.Shared.Display;

/// <summary>A drawing of the theme's <c>icons.svg</c>: <c>icon name="search" class="sign"</c>. It says nothing to a screen reader: words stand beside it.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper(SiteSettingsStore settings) : TagHelper
{
    /// <summary>The id of the drawing.</summary>
    public required string Name { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var file = $"_content/{settings.Known.Theme}/icons.svg";
        var assets = ViewContext.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{ViewContext.HttpContext.Request.PathBase}/{assets?[file] ?? file}#{Name}";

        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.SetHtmlContent(use);
    }
}
