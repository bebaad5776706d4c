using Portal.Kernel.Content.Items;

namespace Portal.Kernel.Content.Reading;

/// <summary>How a listing is ordered; what is equal, and what an order says nothing of, goes by title.</summary>
public abstract record ListingOrder
{
    public static readonly ListingOrder Title = new ByTitle();

    /// <summary>What was published or changed last comes first.</summary>
    public static readonly ListingOrder Newest = new ByChange();

    /// <summary>By a taxonomy's own order of terms: an item stands where the first of its terms does, one without a term at the end.</summary>
    public static ListingOrder Term(string taxonomy) => new ByTerm(taxonomy);

    /// <summary>By a number of the item, smallest first; items without one stand at the end. Every item that matches is read for it: for kinds of which there are hundreds, not for more.</summary>
    public static ListingOrder Number(Func<ContentItem, int?> number) => new ByNumber(number);

    internal sealed record ByTitle : ListingOrder;

    internal sealed record ByChange : ListingOrder;

    internal sealed record ByTerm(string Taxonomy) : ListingOrder;

    internal sealed record ByNumber(Func<ContentItem, int?> Of) : ListingOrder;
}
