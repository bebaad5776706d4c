using Xunit;

namespace Portal.Tests.Recipes;

/// <summary>What a step cannot do is said with its place, and nothing of the recipe stays.</summary>
public sealed class WrongStepTests(SampleSite samples) : IClassFixture<SampleSite>
{
    private const string Hill = "4rchard0000000000000000001";

    [Theory]
    [InlineData("""{ "name": "Nonsense" }""", "There is no step 'Nonsense'")]
    [InlineData("""{ "name": "feature", "enable": "x" }""", "'enable' must be a list of texts")]
    [InlineData("""{ "name": "feature", "enable": [1] }""", "'enable' must be a list of texts")]
    [InlineData("""{ "name": "themes", "site": { } }""", "'site' must be a text")]
    [InlineData("""{ "name": "settings", "SiteName": 5 }""", "'SiteName' must be a text")]
    [InlineData("""{ "name": "settings", "BaseUrl": "nowhere" }""", "'BaseUrl' is 'nowhere'")]
    [InlineData("""{ "name": "settings", "SetupUtc": "2026-01-01" }""", "'SetupUtc'")]
    [InlineData("""{ "name": "Roles", "Roles": "x" }""", "'Roles' must be a list of objects")]
    [InlineData("""{ "name": "Roles", "Roles": [{ }] }""", "needs a 'Name'")]
    [InlineData("""{ "name": "Roles", "Roles": [{ "Name": "a", "Permissions": "x" }] }""", "'Permissions' must be a list")]
    [InlineData("""{ "name": "Roles", "Roles": [{ "Name": "a", "PermissionBehavior": "Perhaps" }] }""", "Replace, Add or Remove")]
    [InlineData("""{ "name": "Users", "Users": [5] }""", "'Users' must be a list of objects")]
    [InlineData("""{ "name": "Users", "Users": [{ "UserName": "a" }] }""", "needs a 'UserId'")]
    [InlineData("""{ "name": "Users", "Users": [{ "UserId": "a", "UserName": "a", "Password": "secret" }] }""", "not taken in clear")]
    [InlineData("""{ "name": "Users", "Users": [{ "UserId": "a", "UserName": "a", "PasswordHash": "secret" }] }""", "'PasswordHash' of the user 'a'")]
    [InlineData("""{ "name": "Users", "Users": [{ "UserId": "a", "UserName": "a", "RoleNames": "b" }] }""", "'RoleNames' must be a list")]
    [InlineData("""{ "name": "custom-settings", "Nobody": { } }""", "'Nobody' is no content type")]
    [InlineData("""{ "name": "custom-settings", "Orchard": { } }""", "'Orchard' is no content type")]
    [InlineData("""{ "name": "custom-settings", "SocietySettings": 5 }""", "'SocietySettings' must be a content item")]
    [InlineData("""{ "name": "custom-settings", "SocietySettings": { "SocietySettings": { "Members": { "Value": "many" } } } }""", "SocietySettings.Members: A number is expected")]
    [InlineData("""{ "name": "MediaProfiles", "MediaProfiles": [] }""", "'MediaProfiles' must be an object")]
    [InlineData("""{ "name": "MediaProfiles", "MediaProfiles": { "a": 5 } }""", "The profile 'a' must be an object")]
    [InlineData("""{ "name": "MediaProfiles", "MediaProfiles": { "a": { "Mode": 9 } } }""", "'Mode' is one of")]
    [InlineData("""{ "name": "MediaProfiles", "MediaProfiles": { "a": { "Width": -1 } } }""", "'Width' is a whole number")]
    [InlineData("""{ "name": "UrlRewriting", "Rules": [{ "Source": "Redirect" }] }""", "A rule needs a 'Name'")]
    [InlineData("""{ "name": "UrlRewriting", "Rules": [{ "Source": "Elsewhere", "Name": "a" }] }""", "its 'Source' is Redirect or Rewrite")]
    [InlineData("""{ "name": "UrlRewriting", "Rules": [{ "Source": "Redirect", "Name": "a", "SubstitutionPattern": "/" }] }""", "'Pattern' is missing")]
    [InlineData("""{ "name": "UrlRewriting", "Rules": [{ "Source": "Redirect", "Name": "a", "Pattern": "(", "SubstitutionPattern": "/" }] }""", "not a regular expression")]
    [InlineData("""{ "name": "UrlRewriting", "Rules": [{ "Source": "Redirect", "Name": "a", "Pattern": "(?=x)", "SubstitutionPattern": "/" }] }""", "looks ahead")]
    [InlineData("""{ "name": "UrlRewriting", "Rules": [{ "Source": "Redirect", "Name": "a", "Pattern": "a", "SubstitutionPattern": "b" }] }""", "must begin with /")]
    [InlineData("""{ "name": "UrlRewriting", "Rules": [{ "Source": "Redirect", "Name": "a", "Pattern": "a", "SubstitutionPattern": "/", "RedirectType": 4 }] }""", "'RedirectType' is one of")]
    [InlineData("""{ "name": "former-paths", "Paths": [{ "ContentItemId": "4rchard0000000000000000001" }] }""", "needs a 'Path'")]
    [InlineData("""{ "name": "content-folder" }""", "'path' is missing")]
    [InlineData("""{ "name": "content-folder", "path": "nowhere" }""", "nowhere")]
    [InlineData("""{ "name": "OpenIdApplication", "ClientId": 5 }""", "'ClientId' must be a text")]
    [InlineData("""{ "name": "recipes", "Values": 5 }""", "'Values' must be a list")]
    [InlineData("""{ "name": "recipes", "Values": [{ "name": "None" }] }""", "no recipe 'None'")]
    public Task Step_Wrong_IsNamed(string step, string message) => AssertWrongAsync(step, message);

    [Theory]
    [InlineData("""{ "name": "ContentDefinition", "ContentTypes": { } }""", "'ContentTypes' must be a list")]
    [InlineData("""{ "name": "ContentDefinition", "ContentTypes": [{ "DisplayName": "X" }] }""", "A content type needs a 'Name'")]
    [InlineData("""{ "name": "ContentDefinition", "ContentTypes": [{ "Name": "X", "DisplayName": 5 }] }""", "'DisplayName' of 'X' must be a text")]
    [InlineData("""{ "name": "ContentDefinition", "ContentTypes": [{ "Name": "X", "Settings": "x" }] }""", "'Settings' of 'X' must be an object")]
    [InlineData("""{ "name": "ContentDefinition", "ContentTypes": [{ "Name": "X", "ContentTypePartDefinitionRecords": { } }] }""", "'ContentTypePartDefinitionRecords' of 'X' must be a list of objects")]
    [InlineData("""{ "name": "ContentDefinition", "ContentTypes": [{ "Name": "X", "ContentTypePartDefinitionRecords": [5] }] }""", "'ContentTypePartDefinitionRecords' of 'X' must be a list of objects")]
    [InlineData("""{ "name": "ContentDefinition", "ContentTypes": [{ "Name": "X", "ContentTypePartDefinitionRecords": [{ "Name": "TitlePart" }] }] }""", "needs a 'PartName'")]
    [InlineData("""{ "name": "ContentDefinition", "ContentTypes": [{ "Name": "X", "ContentTypePartDefinitionRecords": [{ "PartName": "AcmePart" }] }] }""", "not known here: AcmePart (of the type X)")]
    [InlineData("""{ "name": "ContentDefinition", "ContentParts": [{ "Name": "X", "ContentPartFieldDefinitionRecords": [{ "Name": "A" }] }] }""", "needs a 'FieldName'")]
    [InlineData("""{ "name": "ContentDefinition", "ContentParts": [{ "Name": "X", "ContentPartFieldDefinitionRecords": 5 }] }""", "'ContentPartFieldDefinitionRecords' of 'X' must be a list of objects")]
    [InlineData("""{ "name": "ReplaceContentDefinition", "ContentParts": [{ }] }""", "A content part needs a 'Name'")]
    [InlineData("""{ "name": "DeleteContentDefinition", "ContentTypes": "Shed" }""", "'ContentTypes' must be a list of texts")]
    [InlineData("""{ "name": "DeleteContentDefinition", "ContentTypes": ["Orchard"] }""", "cannot be deleted: there are")]
    [InlineData("""{ "name": "DeleteContentDefinition", "ContentParts": ["Hedge"] }""", "the type 'Orchard' bears it")]
    public Task Definition_Wrong_IsNamed(string step, string message) => AssertWrongAsync(step, message);

    [Theory]
    [InlineData("""{ "name": "content" }""", "'data' is missing")]
    [InlineData("""{ "name": "content", "data": { } }""", "'data' must be a list of objects")]
    [InlineData("""{ "name": "content", "data": [5] }""", "'data' must be a list of objects")]
    public Task Content_OfAWrongShape_IsNamed(string step, string message) => AssertWrongAsync(step, message);

    [Theory]
    [InlineData("""{ "ContentItemId": null }""", "has no 'ContentItemId'")]
    [InlineData("""{ "ContentItemId": 5 }""", "'ContentItemId' must be a text")]
    [InlineData("""{ "ContentType": null }""", "needs a 'ContentType'")]
    [InlineData("""{ "ContentType": "Nothing" }""", "of the type 'Nothing', which is not defined")]
    [InlineData("""{ "Latest": "perhaps" }""", "'Latest' must be true or false")]
    [InlineData("""{ "CreatedUtc": "yesterday" }""", "'CreatedUtc' must be a date and time")]
    [InlineData("""{ "ModifiedUtc": 5 }""", "'ModifiedUtc' must be a date and time")]
    [InlineData("""{ "ContentItemVersionId": "4h000000000000000000000001" }""", "is one of the item " + Hill)]
    [InlineData("""{ "AcmePart": { } }""", "not known here: AcmePart")]
    [InlineData("""{ "TitlePart": { "Title": { } } }""", "wrong shape")]
    [InlineData("""{ "TitlePart": [] }""", "The title is missing")]
    [InlineData("""{ "AutoroutePart": { "Path": "Up Hill" } }""", "'Up Hill' is not a path")]
    [InlineData("""{ "AutoroutePart": { "Path": "orchards/by-the-brook" } }""", "belongs to another item")]
    [InlineData("""{ "AliasPart": { "Alias": "HILL" } }""", "belongs to another item")]
    [InlineData("""{ "LocalizationPart": { "Culture": "not a culture" } }""", "LocalizationPart")]
    [InlineData("""{ "ArchiveLaterPart": { "ScheduledArchiveUtc": "soon" } }""", "wrong shape")]
    [InlineData("""{ "SeoMetaPart": { "Canonical": "javascript:x" } }""", "is not an address")]
    [InlineData("""{ "Orchard": [] }""", "Orchard")]
    [InlineData("""{ "Orchard": { } }""", "Orchard.Summary: A value is required")]
    [InlineData("""{ "Orchard": { "Summary": "short" } }""", "Orchard.Summary")]
    [InlineData("""{ "Orchard": { "Summary": { "Text": 5 } } }""", "Orchard.Summary: A text is expected")]
    [InlineData("""{ "Orchard": { "Summary": { "Text": "s..." }, "Open": { "Value": "yes" } } }""", "Orchard.Open: True or false")]
    [InlineData("""{ "Orchard": { "Summary": { "Text": "s..." }, "Trees": { "Value": 5001 } } }""", "Orchard.Trees: 5001 is more than 5000")]
    [InlineData("""{ "Orchard": { "Summary": { "Text": "s..." }, "Planted": { "Value": "spring" } } }""", "Orchard.Planted")]
    [InlineData("""{ "Orchard": { "Summary": { "Text": "s..." }, "Papers": { "Paths": ["../x.csv"] } } }""", "Orchard.Papers")]
    [InlineData("""{ "Orchard": { "Summary": { "Text": "s..." }, "Soil": { "TermContentItemIds": "x" } } }""", "Orchard.Soil: A list of terms' ids")]
    [InlineData("""{ "Orchard": { "Summary": { "Text": "s..." }, "Place": { "Latitude": 91, "Longitude": 0 } } }""", "latitude")]
    [InlineData("""{ "Beds": { "ContentItems": [{ "ContentType": "Orchard" }] } }""", "Beds[0]: A Orchard may not stand here; only Bed may")]
    [InlineData("""{ "Beds": { "ContentItems": [{ "ContentType": "Bed", "Rows": { "ContentItems": [{ "ContentType": "Bed", "Bed": { "Length": { "Value": "long" } } }] } }] } }""", "Beds[0].Rows[0].Bed.Length: A number")]
    [InlineData("""{ "Beds": { "ContentItems": "x" } }""", "Beds: A list of items")]
    public async Task Item_Wrong_IsNamed(string wrong, string message)
    {
        var item = System.Text.Json.Nodes.JsonNode.Parse(
            """
            { "ContentItemId": "4wrng000000000000000000001", "ContentItemVersionId": "4wrng0000000000000000000v1", "ContentType": "Orchard", "DisplayText": "Wrong", "Latest": true, "Published": true,
              "TitlePart": { "Title": "Wrong" }, "Orchard": { "Summary": { "Text": "Not right." } } }
            """)!;
        foreach (var (key, value) in System.Text.Json.Nodes.JsonNode.Parse(wrong)!.AsObject())
        {
            item[key] = value?.DeepClone();
        }

        await AssertWrongAsync($$"""{ "name": "content", "data": [{{item.ToJsonString()}}] }""", message);
    }

    [Theory]
    [InlineData("""{ "name": "media" }""", "'Files' is missing")]
    [InlineData("""{ "name": "media", "Files": "x" }""", "'Files' must be a list of objects")]
    [InlineData("""{ "name": "media", "Files": [{ "Base64": "eA==" }] }""", "needs a 'TargetPath'")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": 5, "Base64": "eA==" }] }""", "'TargetPath' must be a text")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "../x.txt", "Base64": "eA==" }] }""", "'..' is not a name for a media file")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "/x.txt", "Base64": "eA==" }] }""", "is not the path of a media file")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.exe", "Base64": "eA==" }] }""", "A file '.exe' is not kept")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt" }] }""", "has no bytes")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "Base64": "?" }] }""", "is not base64")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "SourceUrl": "https://orchards.example/x.txt" }] }""", "nothing is fetched")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "SourcePath": "none.txt" }] }""", "There is no file 'none.txt'")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "SourcePath": "../x.txt" }] }""", "lies outside")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "SourcePath": "/etc/hostname" }] }""", "lies outside")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "SourcePath": "link.txt" }] }""", "lies outside")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "SourcePath": "folder/hostname" }] }""", "lies outside")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "SourcePath": "round.txt" }] }""", "round.txt")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "SourcePath": "." }] }""", "'.'")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "SourcePath": "\u0000" }] }""", "lies outside")]
    public async Task File_Wrong_IsNamed(string step, string message)
    {
        Link("link.txt", "/etc/hostname");
        Link("folder", "/etc");
        Link("round.txt", "round.txt");
        await AssertWrongAsync(step, message);
    }

    [Theory]
    [InlineData("[js: alert('x')]", "'alert'")]
    [InlineData("[js: 1 + 1]", "1 + 1")]
    [InlineData("[js: while(true){}]", "'while'")]
    [InlineData("[js: variables('none')]", "no variable 'none'")]
    [InlineData("[js: base64('?')]", "not base64")]
    [InlineData("[js: gzip('eA==')]", "not packed by gzip")]
    [InlineData("[file: text('../x.txt')]", "lies outside")]
    [InlineData("[file: text('none.txt')]", "no file 'none.txt'")]
    [InlineData("[file: base64('none.txt')]", "'base64'")]
    public Task Expression_Wrong_IsNamed(string expression, string message)
        => AssertWrongAsync($$"""{ "name": "Layers", "Layers": [{ "Name": "{{expression}}" }] }""", message);

    [Fact]
    public async Task Variable_MadeOfItself_IsNamedWhereItStands()
    {
        var error = Assert.Single(await samples.FailAsync(Write("""{ "name": "Layers", "Name": "[js: variables('round')]" }""")));
        Assert.Equal((1, 2, "Layers", "The variable 'round' is made of itself."), (error.Line, error.Number, error.Name, error.Message));
    }

    [Fact]
    public async Task Pipe_IsNotOpened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes are made by mkfifo.");
        var pipe = Path.Combine(samples.Folder, "pipe.txt");
        using (var made = System.Diagnostics.Process.Start("mkfifo", pipe))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await AssertWrongAsync("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "SourcePath": "pipe.txt" }] }""", "it is a pipe");
        Assert.Contains("it is a pipe", Assert.Single(await samples.FailAsync(pipe)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "name": "Layers", "Layers": [], "Layers": [] }""")]
    [InlineData("""{ "name": "Layers", "Deep": [{ "Layers": 1, "Layers": 2 }] }""")]
    [InlineData("""{ "name": "content", "data": [{ "Layers": { "Layers": 1, "Layers": 2 } }] }""")]
    public async Task Key_ThatStandsTwice_IsNamed(string step)
    {
        var error = Assert.Single(await samples.FailAsync(Write(step)));
        Assert.Contains("'Layers' stands twice", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, error.Line);
    }

    // The second step of the recipe, on its third line; the first would change the site.
    private string Write(string step) => samples.Site.WriteBeside(
        "wrong.recipe.json",
        $$"""
        { "variables": { "round": "[js: variables('round')]" },
          "steps": [ { "name": "settings", "SiteName": "Changed" },
            {{step}}
        ] }
        """);

    private async Task AssertWrongAsync(string step, string message)
    {
        var error = Assert.Single(await samples.FailAsync(Write(step)));
        Assert.Equal(("wrong.recipe.json", 3, 2), (error.File, error.Line, error.Number));
        Assert.Contains($"\"{error.Name}\"", step, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private void Link(string name, string target)
    {
        var link = Path.Combine(samples.Folder, name);
        if (new FileInfo(link).LinkTarget is null)
        {
            File.CreateSymbolicLink(link, target);
        }
    }
}
