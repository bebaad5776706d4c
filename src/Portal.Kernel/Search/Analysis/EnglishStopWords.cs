using System.Collections.Frozen;

namespace Portal.Kernel.Search.Analysis;

/// <summary>Words of questions and grammar. They are indexed all the same: phrases and queries of nothing else need them.</summary>
internal static class EnglishStopWords
{
    public static readonly FrozenSet<string> All = """
        a about am an and any are as at be been being but by can could did do does for from had has have having he her here hers him his how i if in into is it its
        me my no nor not of on or our ours shall she should so some such than that the their theirs them then there these they this those to too us was we were what
        when where which while who whom whose why will with would you your yours
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
