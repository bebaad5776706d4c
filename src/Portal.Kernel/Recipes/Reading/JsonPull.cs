using System.Text;
using System.Text.Json;

namespace Portal.Kernel.Recipes.Reading;

/// <summary>
/// JSON as recipes write it, with comments and trailing commas, read from a stream token by token. However long the file, no more of it is held than the
/// value that is asked for.
/// </summary>
internal sealed class JsonPull(Stream stream) : IDisposable
{
    public const int MaxDepth = 128;

    /// <summary>The most that one value which is read as a whole may have.</summary>
    public const int MaxValueBytes = 128 * 1024 * 1024;

    private const int FirstBuffer = 64 * 1024;

    private byte[] _buffer = new byte[FirstBuffer];
    private JsonReaderState _state = new(new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth });
    private Range _token;
    private int _start;
    private int _end;
    private int _counted;
    private int _line = 1;
    private bool _begun;
    private bool _final;

    public JsonTokenType Token { get; private set; }

    /// <summary>How many objects and arrays the token stands in.</summary>
    public int Depth { get; private set; }

    /// <summary>The line that the token begins on, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The token as it stands in the file.</summary>
    public ReadOnlySpan<byte> Raw => _buffer.AsSpan(_token);

    /// <summary>Goes on to the next token; false at the end of the file.</summary>
    /// <exception cref="RecipeException">It is not JSON; with its line.</exception>
    public bool Read()
    {
        while (true)
        {
            var reader = Reader();
            if (Tried(ref reader))
            {
                Take(ref reader, reader.TokenStartIndex);
                return true;
            }

            Take(ref reader, null);
            if (_final)
            {
                return false;
            }

            Refill();
        }
    }

    /// <summary>The text of a string or the name of a property.</summary>
    public string Text()
    {
        var reader = new Utf8JsonReader(Token == JsonTokenType.PropertyName ? Raw[..(Raw.LastIndexOf((byte)'"') + 1)] : Raw);
        try
        {
            reader.Read();
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new RecipeException("A text is not valid UTF-8.", Line);
        }
    }

    /// <summary>Reads the next value as a whole; null, having gone past it, at the end of the array or object that it would stand in.</summary>
    /// <exception cref="RecipeException">It is not JSON, or too long to be held; with its line.</exception>
    public LinedJson? Next()
    {
        while (true)
        {
            var reader = Reader();
            if (Tried(ref reader))
            {
                var start = reader.TokenStartIndex;
                if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject || Skipped(ref reader))
                {
                    var isEnd = reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject && reader.TokenStartIndex == start;
                    Take(ref reader, start);
                    return isEnd ? null : LinedJson.Parse(Raw, Line);
                }
            }
            else if (_final)
            {
                return null;
            }

            Refill();
        }
    }

    /// <summary>Goes to the end of the value of a property, or of the object or array that the token begins.</summary>
    public void Skip()
    {
        if (Token == JsonTokenType.PropertyName)
        {
            Read();
        }

        var depth = Depth;
        if (Token is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            while (Read() && Depth > depth)
            {
            }
        }
    }

    public void Dispose() => stream.Dispose();

    private Utf8JsonReader Reader()
    {
        if (!_begun)
        {
            _begun = true;
            Refill();
            while (_end < Encoding.UTF8.Preamble.Length && !_final)
            {
                Refill();
            }

            _start = _buffer.AsSpan(0, _end).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        }

        return new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _final, _state);
    }

    private static bool Tried(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException e)
        {
            throw NotJson.At(e, 1);
        }
    }

    private static bool Skipped(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.TrySkip();
        }
        catch (JsonException e)
        {
            throw NotJson.At(e, 1);
        }
    }

    // What was read is behind us: the token, when there is one, is from its start to where the reader stands.
    private void Take(ref Utf8JsonReader reader, long? start)
    {
        var end = _start + (int)reader.BytesConsumed;
        if (start is { } first)
        {
            _token = (_start + (int)first)..end;
            Line = LineAt(_start + (int)first);
            (Token, Depth) = (reader.TokenType, reader.CurrentDepth);
        }

        _state = reader.CurrentState;
        _start = end;
    }

    private int LineAt(int index)
    {
        _line += _buffer.AsSpan(_counted..index).Count((byte)'\n');
        _counted = index;
        return _line;
    }

    private void Refill()
    {
        LineAt(_start);
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_end, _start, _counted) = (_end - _start, 0, 0);
        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= MaxValueBytes)
            {
                throw new RecipeException("A single value has more than 128 MB.", _line);
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _final = read == 0;
    }
}
