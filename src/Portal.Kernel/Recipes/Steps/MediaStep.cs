using Portal.Kernel.Media;
using Portal.Kernel.Recipes.Reading;

namespace Portal.Kernel.Recipes.Steps;

/// <summary>
/// <c>media</c>: files, each with where it goes (<c>TargetPath</c>, or <c>Path</c>) and its bytes: in the recipe (<c>Base64</c>) or beside it
/// (<c>SourcePath</c>). An address (<c>SourceUrl</c>) is refused: nothing is fetched.
/// </summary>
public sealed class MediaStep(MediaStore media) : IRecipeStep
{
    public string Name => "media";

    public string LongList => "Files";

    public async Task<string> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var (files, changed) = (0, 0);
        foreach (var element in context.Elements)
        {
            var path = element.Json.Text("TargetPath") ?? element.Json.Text("Path") ?? throw element.Refuse("A file needs a 'TargetPath'.");
            if (MediaPath.Problem(path) is { } problem)
            {
                throw element.Refuse(problem);
            }

            await using var content = Open(element, path, context.OpenBeside);
            changed += await PutAsync(context, element, path, content, cancellationToken) ? 1 : 0;
            files++;
        }

        return $"{files} files, {changed} changed.";
    }

    private static Stream Open(RecipeElement element, string path, Func<string, Stream> openBeside)
    {
        if (element.Json.Text("Base64") is { } base64)
        {
            try
            {
                return new MemoryStream(Convert.FromBase64String(base64));
            }
            catch (FormatException)
            {
                throw element.Refuse($"The 'Base64' of '{path}' is not base64.");
            }
        }

        if (element.Json.Text("SourcePath") is { } source)
        {
            try
            {
                return openBeside(source);
            }
            catch (RecipeException e)
            {
                throw element.Refuse(e.Message);
            }
        }

        throw element.Refuse(element.Json.Text("SourceUrl") is { } url
            ? $"The file '{path}' is to be fetched from '{url}': nothing is fetched from elsewhere. Give its bytes as 'Base64', or put it beside the recipe and name it in 'SourcePath'."
            : $"The file '{path}' has no bytes: give 'Base64' or 'SourcePath'.");
    }

    private async Task<bool> PutAsync(RecipeStepContext context, RecipeElement element, string path, Stream content, CancellationToken cancellationToken)
    {
        var tooLong = $"The file '{path}' has more than {media.MaxBytes / 1024 / 1024} MB.";
        if (context.Options.Check)
        {
            var hash = await media.HashAsync(content, cancellationToken) ?? throw element.Refuse(tooLong);
            return (await media.GetAsync(context.Session, path, cancellationToken))?.Hash != hash;
        }

        var blob = await media.StoreAsync(content, cancellationToken) ?? throw element.Refuse(tooLong);
        return await media.PutAsync(context.Session, path, blob, context.Options.Actor, cancellationToken);
    }
}
