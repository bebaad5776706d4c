namespace Portal.Kernel.Search.Log;

/// <summary>What was searched in some days.</summary>
/// <param name="Words">Lower case.</param>
/// <param name="Language">BCP 47 of who asked.</param>
/// <param name="Times">How often, all days together.</param>
/// <param name="Hits">How many items the last one found.</param>
/// <param name="Last">The last day, UTC.</param>
public sealed record LoggedSearch(string Words, string Language, int Times, int Hits, DateOnly Last);
