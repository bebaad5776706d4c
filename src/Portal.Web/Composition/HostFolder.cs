namespace Portal.Web.Composition;

/// <summary>Where the host is: its published folder or, run from source, the project's own folder, so that data does not live under <c>bin</c>.</summary>
internal static class HostFolder
{
    private const string Project = "Portal.Web.csproj";
    private const int Levels = 4;

    /// <summary>The folder with the settings, the recipes and the content that came with the program.</summary>
    public static string Program => AppContext.BaseDirectory;

    /// <summary>The folder that a relative data path starts from.</summary>
    public static string Data
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            for (var level = 0; folder is not null && level <= Levels; level++, folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, Project)))
                {
                    return folder.FullName;
                }
            }

            return AppContext.BaseDirectory;
        }
    }
}
