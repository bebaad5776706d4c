using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Content.Fields.Kinds;
using Portal.Kernel.Content.Handlers;

namespace Portal.Kernel.Content.Fields;

public static class FieldServices
{
    /// <summary>The kinds of field that the kernel brings, and the handler that validates them.</summary>
    public static IServiceCollection AddFields(this IServiceCollection services) => services
        .AddSingleton<FieldKind, TextFieldKind>()
        .AddSingleton<FieldKind, MultiTextFieldKind>()
        .AddSingleton<FieldKind, MarkdownFieldKind>()
        .AddSingleton<FieldKind, BooleanFieldKind>()
        .AddSingleton<FieldKind, NumericFieldKind>()
        .AddSingleton<FieldKind, DateFieldKind>()
        .AddSingleton<FieldKind, LinkFieldKind>()
        .AddSingleton<FieldKind, ContentPickerFieldKind>()
        .AddSingleton<FieldKind, TaxonomyFieldKind>()
        .AddSingleton<FieldKind, HtmlFieldKind>()
        .AddSingleton<FieldKind, DateTimeFieldKind>()
        .AddSingleton<FieldKind, TimeFieldKind>()
        .AddSingleton<FieldKind, MediaFieldKind>()
        .AddSingleton<FieldKind, YoutubeFieldKind>()
        .AddSingleton<FieldKind, GeoPointFieldKind>()
        .AddSingleton<FieldKind, UserPickerFieldKind>()
        .AddSingleton<FieldKind, LocalizationSetContentPickerFieldKind>()
        .AddSingleton<FieldKinds>()
        .AddSingleton<ContentHandler, FieldHandler>();
}
