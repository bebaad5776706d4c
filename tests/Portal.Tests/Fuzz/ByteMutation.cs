using System.Text;

namespace Portal.Tests.Fuzz;

/// <summary>Changes of a file that know nothing of what it means: of bytes, and of the words between its signs.</summary>
internal static class ByteMutation
{
    private static readonly string[] Words =
    [
        "null", "true", "-1", "0", "1e999", "99999999999999999999999999", "0.1e-400", "\"\"", "{}", "[]", "[[", "}}", "{\"a\":", "[js: uuid()]", "[js: variables('x')]", "[file:text('x')]", "[:]",
        "\"\\u0000\"", "\"\\ud800\"", "\u202e", "\uFEFF", "é", "\0", "../../x", "2026-13-45T99:99:99Z", "9999-12-31T23:59:59-14:00", "---", "&a", "*a", "!!binary", "|", ">", "? ", "- ", ": ", "#", "'", "\"", "\t", "\r", "%TAG", "<<: ",
    ];

    public static byte[] Bytes(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length + 1);
        var length = random.Next(Math.Min(bytes.Length - at, 40) + 1);
        switch (random.Next(6))
        {
            case 0:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 1:
                return [.. bytes[..at], .. bytes[at..(at + length)], .. bytes[at..]];
            case 2:
                var inserted = new byte[random.Next(1, 5)];
                random.NextBytes(inserted);
                return [.. bytes[..at], .. inserted, .. bytes[at..]];
            case 3:
                return bytes[..at];
            case 4:
                var other = random.Next(bytes.Length + 1);
                return [.. bytes[..at], .. bytes[other..Math.Min(other + 200, bytes.Length)], .. bytes[at..]];
            default:
                var changed = (byte[])bytes.Clone();
                if (changed.Length > 0)
                {
                    changed[at % changed.Length] ^= (byte)(1 << random.Next(8));
                }

                return changed;
        }
    }

    /// <summary>Puts a word in place of one, or changes places of two.</summary>
    public static byte[] Tokens(byte[] bytes, Random random)
    {
        var tokens = Split(Encoding.UTF8.GetString(bytes));
        if (tokens.Count == 0)
        {
            return bytes;
        }

        var at = random.Next(tokens.Count);
        var other = random.Next(tokens.Count);
        switch (random.Next(4))
        {
            case 0:
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 1:
                tokens[at] = tokens[other];
                break;
            case 2:
                tokens.Insert(at, Words[random.Next(Words.Length)]);
                break;
            default:
                tokens[at] = Words[random.Next(Words.Length)];
                break;
        }

        return Encoding.UTF8.GetBytes(string.Concat(tokens));
    }

    /// <summary>Moves, repeats, indents and deletes whole lines.</summary>
    public static byte[] Lines(byte[] bytes, Random random)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n').ToList();
        var at = random.Next(lines.Count);
        var other = random.Next(lines.Count);
        switch (random.Next(5))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(other, lines[at]);
                break;
            case 2:
                lines[at] = new string(' ', random.Next(1, 9)) + lines[at];
                break;
            case 3:
                lines[at] = lines[at].TrimStart();
                break;
            default:
                lines.InsertRange(at, Enumerable.Range(0, random.Next(2, 400)).Select(depth => new string(' ', depth) + "a:"));
                break;
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    private static List<string> Split(string text)
    {
        var tokens = new List<string>();
        var start = 0;
        for (var at = 1; at <= text.Length; at++)
        {
            if (at == text.Length || !char.IsLetterOrDigit(text[at]) || !char.IsLetterOrDigit(text[at - 1]))
            {
                tokens.Add(text[start..at]);
                start = at;
            }
        }

        return tokens;
    }
}
