using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Portal.Kernel.Search.Analysis.Stemming;

/// <summary>Endings in groups, of each of which the same is done.</summary>
internal sealed class Endings
{
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _groups;
    private readonly int _longest;

    /// <param name="groups">Endings parted by white space.</param>
    public Endings(params ReadOnlySpan<string> groups)
    {
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < groups.Length; i++)
        {
            foreach (var ending in groups[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                all.Add(ending, i);
                _longest = Math.Max(_longest, ending.Length);
            }
        }

        _groups = all.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public Ending Of(ReadOnlySpan<char> letters)
    {
        for (var length = Math.Min(_longest, letters.Length); length > 0; length--)
        {
            if (_groups.TryGetValue(letters[^length..], out var group))
            {
                return new Ending(length, group);
            }
        }

        return default;
    }
}

/// <summary>An ending found; its length is 0 when none was.</summary>
/// <param name="Group">Counted from 0.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Ending(int Length, int Group)
{
    public bool Found => Length > 0;
}
