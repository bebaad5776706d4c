using System.Text;
using Portal.Kernel.Search.Analysis;
using Portal.Kernel.Search.Index.Format;

namespace Portal.Kernel.Search.Index.Reading;

/// <summary>
/// Goes through a dictionary for words near to one, by the distance of <see cref="Spelling.Distance"/>. Words that begin alike share the work on their
/// beginning, and when that is too far off already they are leapt over together.
/// </summary>
internal sealed class NearWords
{
    private readonly string _word;
    private readonly int _most;
    private readonly bool _beginnings;

    // A row for each letter of the word that is looked at: how far its beginning up to there is from each beginning of ours.
    private readonly int[][] _rows;
    private readonly char[] _letters = new char[Folding.MaxLength * 2];
    private int _known;

    /// <param name="word">Folded.</param>
    /// <param name="most">How many letters may be wrong.</param>
    /// <param name="beginnings">Whether it is enough that a beginning of a word is near: for what is still being typed.</param>
    public NearWords(string word, int most, bool beginnings)
    {
        _word = word;
        _most = most;
        _beginnings = beginnings;
        _rows = new int[_letters.Length + 1][];
        for (var row = 0; row < _rows.Length; row++)
        {
            _rows[row] = new int[word.Length + 1];
        }

        for (var i = 0; i <= word.Length; i++)
        {
            _rows[0][i] = i;
        }
    }

    public void AddFrom(TermTable table, Dictionary<string, KnownWord> found)
    {
        Span<char> letters = stackalloc char[_letters.Length];
        Span<byte> beginning = stackalloc byte[(3 * _letters.Length) + 1];
        for (var term = 0; term < table.Count;)
        {
            var key = table.Key(term);
            if (key.Length > _letters.Length)
            {
                term++;
                continue;
            }

            var length = Encoding.UTF8.GetChars(key, letters);
            var far = FarAfter(letters[..length]);
            if (Edits(far, length) is var edits && edits <= _most)
            {
                var text = letters[..length].ToString();
                found[text] = new KnownWord(text, (found.GetValueOrDefault(text)?.Found ?? 0) + table.Entry(term).Count, edits);
            }
            else if (far > 0 && far < length && !char.IsHighSurrogate(letters[far - 1]))
            {
                // Every word with this beginning is too far off. No byte of a word is as great as the one that is put behind it.
                var bytes = Encoding.UTF8.GetBytes(letters[..far], beginning);
                beginning[bytes] = 0xFF;
                term = Math.Max(term + 1, table.Place(beginning[..(bytes + 1)]));
                continue;
            }

            term++;
        }
    }

    private int Edits(int far, int length)
    {
        if (!_beginnings)
        {
            return far == 0 ? _rows[length][^1] : int.MaxValue;
        }

        var least = int.MaxValue;
        for (var row = 1; row <= (far == 0 ? length : far); row++)
        {
            least = Math.Min(least, _rows[row][^1]);
        }

        return least;
    }

    /// <summary>After how many letters every word with this beginning is too far off; 0 when none of its beginnings is.</summary>
    private int FarAfter(ReadOnlySpan<char> letters)
    {
        var same = Math.Min(letters.CommonPrefixLength(_letters), _known);
        letters.CopyTo(_letters);
        for (var row = same + 1; row <= letters.Length; row++)
        {
            if (Fill(row) > _most)
            {
                // This row is not to be built on: whoever shares it comes here again.
                _known = row - 1;
                return row;
            }
        }

        _known = letters.Length;
        return 0;
    }

    private int Fill(int row)
    {
        var (current, last, letter) = (_rows[row], _rows[row - 1], _letters[row - 1]);
        var least = current[0] = row;
        for (var i = 1; i < current.Length; i++)
        {
            var cost = Math.Min(Math.Min(last[i], current[i - 1]) + 1, last[i - 1] + (_word[i - 1] == letter ? 0 : 1));
            if (row > 1 && i > 1 && letter == _word[i - 2] && _letters[row - 2] == _word[i - 1])
            {
                cost = Math.Min(cost, _rows[row - 2][i - 2] + 1);
            }

            current[i] = cost;
            least = Math.Min(least, cost);
        }

        return least;
    }
}
