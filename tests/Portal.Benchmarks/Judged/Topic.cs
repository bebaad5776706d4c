namespace Portal.Benchmarks.Judged;

/// <param name="Id">As the judgements name it.</param>
/// <param name="Query">What is searched for.</param>
internal sealed record Topic(string Id, string Query);

/// <param name="Id">As the judgements name it.</param>
/// <param name="Title">Empty when it has none.</param>
/// <param name="Text">Without mark-up; paragraphs are parted by an empty line.</param>
internal sealed record CollectionDocument(string Id, string Title, string Text);
