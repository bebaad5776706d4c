namespace Portal.Kernel.Search.Index.Reading;

/// <summary>A folded word of the index. <paramref name="Found"/> is in how many sections, some of them perhaps dead; <paramref name="Edits"/> how many letters it is from what was asked.</summary>
internal sealed record KnownWord(string Text, long Found, int Edits = 0);
