using Portal.Kernel.Content.Definitions;

namespace Portal.Modules.Search;

/// <summary>What content types are called on the screen.</summary>
public sealed class TypeNames(ContentDefinitionStore definitions)
{
    public async ValueTask<IReadOnlyDictionary<string, string>> AllAsync(CancellationToken cancellationToken)
        => (await definitions.GetAsync(cancellationToken)).Types.ToDictionary(type => type.Name, type => type.DisplayName, StringComparer.Ordinal);
}
