using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Html;

namespace Portal.Kernel.Content.Fields.Kinds;

/// <summary>A text in HTML: <c>{ Html }</c>. It is kept as it came; what is shown of it is what <see cref="HtmlRenderer"/> lets through.</summary>
public sealed class HtmlFieldKind : FieldKind
{
    public override string Name => "HtmlField";

    public override JsonObject? Read(FrontMatterValue value, FieldReading reading)
        => reading.One(value) is { } text ? new JsonObject { ["Html"] = text } : null;

    public override FrontMatterValue? Write(JsonObject json, IFieldNames names) => Scalar(String(json, "Html"));

    public override string Text(JsonObject json) => HtmlText.Plain(String(json, "Html") ?? "");

    protected override bool IsEmpty(JsonObject json) => Missing(json, "Html");

    protected override IEnumerable<string> Check(JsonObject json, ContentFieldDefinition field)
        => String(json, "Html") is not { } html ? ["A text in HTML is expected here."] : HtmlText.Problem(html) is { } problem ? [problem] : [];
}
