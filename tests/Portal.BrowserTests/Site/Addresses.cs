namespace Portal.BrowserTests.Site;

/// <summary>Pages of the content that tests look at.</summary>
public static class Addresses
{
    public const string Procedure = "/handbooks/setting-up-a-multi-agency-structure";
    public const string Steps = Procedure + "/six-steps-to-sharing-information";
    public const string Checklist = Procedure + "/checklist";
    public const string LongChapter = Procedure + "/share-and-assess";
    public const string Table = "/handbooks/multi-agency-working-models-and-lessons/seven-countries-at-a-glance";
    public const string Source = "/sources/multi-agency-working-models";
    public const string Term = "/glossary/multi-agency-working";
    public const string Map = "/country-models";

    /// <summary>The most rows that a page of a list has, with its matrix above them.</summary>
    public const string LongestList = "/recommendations";
    public const string Results = "/search?q=information+sharing";
}
