using System.Collections.Frozen;

namespace Portal.Kernel.Content.Parts;

/// <summary>The parts that are known by name: those that act here, and those of Orchard Core that are kept as they came. Parts of fields only are known by their definitions.</summary>
public static class KnownParts
{
    // What an item bears without its type saying so is a part too: where it stands in a list, a flow, a layer.
    private static readonly FrozenSet<string> Acting = FrozenSet.Create(
        StringComparer.Ordinal,
        nameof(TitlePart), nameof(AutoroutePart), nameof(AliasPart), nameof(MarkdownBodyPart), nameof(HtmlBodyPart), nameof(ListPart), nameof(ContainedPart),
        nameof(BagPart), nameof(FlowPart), nameof(WidgetsListPart), nameof(LocalizationPart), nameof(ReviewPart), nameof(TaxonomyPart), nameof(TermPart),
        nameof(PublishLaterPart), nameof(ArchiveLaterPart), nameof(SeoMetaPart), nameof(SitemapPart), nameof(AuditTrailPart));

    private static readonly FrozenSet<string> Kept = FrozenSet.Create(
        StringComparer.Ordinal,
        "LiquidPart", "PreviewPart", "CommonPart", "SearchFormPart", "FlowMetadata", "WidgetMetadata", "LayerMetadata", "DashboardPart",
        "MenuPart", "MenuItemsListPart", "LinkMenuItemPart", "ContentMenuItemPart", "HtmlMenuItemPart", "MenuItemPermissionPart",
        "FormPart", "FormElementPart", "FormElementLabelPart", "FormElementValidationPart", "FormInputElementPart", "FormInputElementVisibilityPart",
        "InputPart", "TextAreaPart", "SelectPart", "ButtonPart", "LabelPart", "ValidationPart", "ValidationSummaryPart",
        "UserNotificationPreferencesPart", "ReCaptchaPart", "FacebookPluginPart");

    public static bool Contains(string partName) => Acting.Contains(partName) || Kept.Contains(partName);
}
