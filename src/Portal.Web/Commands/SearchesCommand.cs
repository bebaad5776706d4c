using System.CommandLine;
using System.Globalization;
using Portal.Kernel.Search.Log;
using Portal.Web.Composition;

namespace Portal.Web.Commands;

/// <summary><c>searches</c>: what readers searched most, or what they searched and did not find.</summary>
internal static class SearchesCommand
{
    private const int Most = 1_000;

    public static Command Create(string[] configuration)
    {
        var notFound = new Option<bool>("--not-found") { Description = "Only searches whose last one found nothing." };
        var days = new Option<int>("--days") { Description = $"Of how many days, 1 to {SearchLog.KeptDays}.", DefaultValueFactory = _ => SearchLog.KeptDays };
        days.Within(1, SearchLog.KeptDays);
        var most = new Option<int>("--most") { Description = $"How many, 1 to {Most}.", DefaultValueFactory = _ => 50 };
        most.Within(1, Most);
        var command = new Command("searches", "Lists what was searched most often, without who; kept for 90 days.") { notFound, days, most };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = PortalHost.Build(configuration);
            await SiteState.RequireSetUpAsync(app, cancellationToken);
            var log = app.Services.GetRequiredService<SearchLog>();
            var searches = await log.MostAsync(parsed.GetValue(days), parsed.GetValue(notFound), parsed.GetValue(most), cancellationToken);
            Print(searches, parsed.GetValue(notFound), new Terminal(Console.Out));
            return 0;
        });
        return command;
    }

    private static void Print(IReadOnlyList<LoggedSearch> searches, bool notFound, Terminal terminal)
    {
        if (searches.Count == 0)
        {
            terminal.Line(notFound ? "Nothing was searched in vain." : "Nothing was searched.");
            return;
        }

        terminal.Line($"{"times",7} {"found",7}  {"last day",-10}  {"language",-8}  words");
        foreach (var search in searches)
        {
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{search.Times,7} {search.Hits,7}  {search.Last:yyyy-MM-dd}  {search.Language,-8}  {Shown(search.Words)}"));
        }
    }

    // What anybody typed must not steer the terminal.
    private static string Shown(string words) => string.Concat(words.Select(c => char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format ? '\uFFFD' : c));

    private static void Within(this Option<int> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && !(int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most))
        {
            result.AddError($"{option.Name} must be a number from {least} to {most}.");
        }
    });
}
