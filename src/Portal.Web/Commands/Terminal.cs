namespace Portal.Web.Commands;

/// <summary>Says things on the terminal: lines, and progress on one line that is written over; in a file each tenth of it is a line.</summary>
internal sealed class Terminal(TextWriter output)
{
    private readonly bool _live = !Console.IsOutputRedirected;
    private int _tenth = -1;
    private int _width;

    public void Line(string text)
    {
        EndProgress();
        output.WriteLine(text);
    }

    public void Report(string what, int done, int total)
    {
        var tenth = total > 0 ? done * 10 / total : 0;
        if (_live || tenth != _tenth)
        {
            _tenth = tenth;
            Report($"{what}: {done} of {total}");
        }
    }

    public void Report(string text)
    {
        if (_live)
        {
            output.Write('\r' + text.PadRight(_width));
            _width = text.Length;
        }
        else
        {
            output.WriteLine(text);
        }
    }

    /// <summary>What follows stands on a line of its own.</summary>
    public void EndProgress()
    {
        if (_live && _width > 0)
        {
            output.WriteLine();
        }

        _width = 0;
        _tenth = -1;
    }
}
