using Portal.Kernel.Search;

namespace Portal.Modules.Knowledge.Public;

/// <summary>The glossary as search needs it.</summary>
public interface IGlossarySynonyms
{
    ValueTask<Synonyms> SynonymsAsync(CancellationToken cancellationToken);
}
