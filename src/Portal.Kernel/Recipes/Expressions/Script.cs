using System.Globalization;
using System.Text;

namespace Portal.Kernel.Recipes.Expressions;

/// <summary>
/// Evaluates the little of JavaScript that recipes are written with: texts in quotes, <c>+</c>, calls of the functions that are given, and
/// <c>new Date().toISOString()</c>. A closed table, never a script engine.
/// </summary>
internal sealed class Script(string source, IReadOnlyDictionary<string, ScriptFunction> functions, TimeProvider time)
{
    private const int MaxDepth = 32;

    private int _at;

    /// <exception cref="RecipeException">It is anything else; the message says what.</exception>
    public string Evaluate()
    {
        var value = Sum(0);
        while (Take(';'))
        {
        }

        return _at == source.Length ? value : throw Unknown();
    }

    private string Sum(int depth)
    {
        if (depth > MaxDepth)
        {
            throw new RecipeException("The expression is nested too deep.");
        }

        var value = Term(depth);
        while (Take('+'))
        {
            value += Term(depth);
        }

        return value;
    }

    private string Term(int depth)
    {
        Space();
        if (_at < source.Length && source[_at] is '\'' or '"')
        {
            return Text(source[_at++]);
        }

        var name = Word();
        if (name == "new")
        {
            return Date();
        }

        if (!Take('('))
        {
            throw Unknown();
        }

        if (name.Length == 0)
        {
            var value = Sum(depth + 1);
            return Take(')') ? value : throw Unknown();
        }

        return functions.TryGetValue(name, out var function)
            ? Call(name, function, Arguments(depth))
            : throw new RecipeException($"The function '{name}' of the expression '{Shown()}' is not known; there are {string.Join(", ", functions.Keys)}.");
    }

    private List<string> Arguments(int depth)
    {
        var arguments = new List<string>();
        if (Take(')'))
        {
            return arguments;
        }

        do
        {
            arguments.Add(Sum(depth + 1));
        }
        while (Take(','));
        return Take(')') ? arguments : throw Unknown();
    }

    private static string Call(string name, ScriptFunction function, List<string> arguments)
        => arguments.Count >= function.Least && arguments.Count <= function.Most
            ? function.Call(arguments)
            : throw new RecipeException($"'{name}' takes {function.Least} to {function.Most} arguments, not {arguments.Count}.");

    private string Date()
    {
        foreach (var expected in new[] { "Date", "(", ")", ".", "toISOString", "(", ")" })
        {
            Space();
            if (!source.AsSpan(_at).StartsWith(expected, StringComparison.Ordinal))
            {
                throw Unknown();
            }

            _at += expected.Length;
        }

        return time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }

    private string Text(char quote)
    {
        var text = new StringBuilder();
        while (_at < source.Length && source[_at] != quote)
        {
            text.Append(source[_at] == '\\' ? Escaped() : source[_at]);
            _at++;
        }

        return _at++ < source.Length ? text.ToString() : throw Unknown();
    }

    private char Escaped()
    {
        if (++_at >= source.Length)
        {
            throw Unknown();
        }

        switch (source[_at])
        {
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _at + 4 < source.Length && ushort.TryParse(source.AsSpan(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _at += 4;
                return (char)code;
            default:
                return source[_at];
        }
    }

    private string Word()
    {
        var start = _at;
        while (_at < source.Length && char.IsAsciiLetterOrDigit(source[_at]))
        {
            _at++;
        }

        return source[start.._at];
    }

    private bool Take(char character)
    {
        Space();
        var found = _at < source.Length && source[_at] == character;
        _at += found ? 1 : 0;
        return found;
    }

    private void Space()
    {
        while (_at < source.Length && char.IsWhiteSpace(source[_at]))
        {
            _at++;
        }
    }

    private RecipeException Unknown() => new($"The expression '{Shown()}' is not one that recipes may use.");

    private string Shown() => source.Length <= 100 ? source.Trim() : source[..100].Trim() + "...";
}

/// <param name="Least">The least number of arguments.</param>
/// <param name="Most">The greatest.</param>
/// <param name="Call">What it does with them.</param>
internal sealed record ScriptFunction(int Least, int Most, Func<IReadOnlyList<string>, string> Call);
