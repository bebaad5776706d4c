using Xunit;

namespace Portal.Tests.Recipes;

/// <summary>What a step cannot do is said with its place, and nothing of the recipe stays.</summary>
public sealed class WrongStepTests(SampleSite samples) : IClassFixture<SampleSite>
{
    [Theory]
    [InlineData("""{ "name": "Nonsense" }""", "There is no step 'Nonsense'")]
    [InlineData("""{ "name": "feature", "enable": "x" }""", "'enable' must be a list of texts")]
    [InlineData("""{ "name": "feature", "enable": [1] }""", "'enable' must be a list of texts")]
    [InlineData("""{ "name": "themes", "site": { } }""", "'site' must be a text")]
    [InlineData("""{ "name": "settings", "SiteName": 5 }""", "'SiteName' must be a text")]
    [InlineData("""{ "name": "settings", "BaseUrl": "nowhere" }""", "'BaseUrl' is 'nowhere'")]
    [InlineData("""{ "name": "settings", "ContactEmail": "not an address" }""", "'ContactEmail' is 'not an address': it must be an e-mail address")]
    [InlineData("""{ "name": "settings", "ContactEmail": 5 }""", "'ContactEmail' must be a text")]
    [InlineData("""{ "name": "settings", "Operator": 5 }""", "'Operator' must be a text")]
    [InlineData("""{ "name": "settings", "QuickExit": "http://example.org" }""", "'QuickExit' is 'http://example.org': it must be an address")]
    [InlineData("""{ "name": "settings", "SetupUtc": "2026-01-01" }""", "'SetupUtc'")]
    [InlineData("""{ "name": "Roles", "Roles": "x" }""", "'Roles' must be a list of objects")]
    [InlineData("""{ "name": "Roles", "Roles": [{ }] }""", "needs a 'Name'")]
    [InlineData("""{ "name": "Roles", "Roles": [{ "Name": "a", "Permissions": "x" }] }""", "'Permissions' must be a list")]
    [InlineData("""{ "name": "Roles", "Roles": [{ "Name": "a", "PermissionBehavior": "Perhaps" }] }""", "Replace, Add or Remove")]
    [InlineData("""{ "name": "Users", "Users": [5] }""", "'Users' must be a list of objects")]
    [InlineData("""{ "name": "Users", "Users": [{ "UserName": "a" }] }""", "needs a 'UserId'")]
    [InlineData("""{ "name": "Users", "Users": [{ "UserId": "a", "UserName": "a", "Password": "secret" }] }""", "not taken in clear")]
    [InlineData("""{ "name": "command", "Commands": ["createUser /UserName:a /Password:secret /Email:c@example.org"] }""", "a password in clear, which is not kept")]
    [InlineData("""{ "name": "UrlRewriting", "Rules": [{ "Source": "Redirect", "Name": "a", "Pattern": "a", "SubstitutionPattern": "//evil.example" }] }""", "begins with a single slash")]
    [InlineData("""{ "name": "UrlRewriting", "Rules": [{ "Source": "Redirect", "Name": "a", "Pattern": "a", "SubstitutionPattern": "/\\evil.example" }] }""", "begins with a single slash")]
    [InlineData("""{ "name": "UrlRewriting", "Rules": [{ "Source": "Redirect", "Name": "a", "Pattern": "a", "SubstitutionPattern": "/b\r\nX-Evil: 1" }] }""", "no control characters")]
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
    public Task Step_Wrong_IsNamed(string step, string message) => samples.AssertWrongAsync(step, message);

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
    public Task Definition_Wrong_IsNamed(string step, string message) => samples.AssertWrongAsync(step, message);

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
        => samples.AssertWrongAsync($$"""{ "name": "Layers", "Layers": [{ "Name": "{{expression}}" }] }""", message);

    [Fact]
    public async Task Variable_MadeOfItself_IsNamedWhereItStands()
    {
        var error = Assert.Single(await samples.FailAsync(samples.Write("""{ "name": "Layers", "Name": "[js: variables('round')]" }""")));
        Assert.Equal((1, 2, "Layers", "The variable 'round' is made of itself."), (error.Line, error.Number, error.Name, error.Message));
    }

    [Theory]
    [InlineData("""{ "name": "Layers", "Layers": [], "Layers": [] }""")]
    [InlineData("""{ "name": "Layers", "Deep": [{ "Layers": 1, "Layers": 2 }] }""")]
    [InlineData("""{ "name": "content", "data": [{ "Layers": { "Layers": 1, "Layers": 2 } }] }""")]
    public async Task Key_ThatStandsTwice_IsNamed(string step)
    {
        var error = Assert.Single(await samples.FailAsync(samples.Write(step)));
        Assert.Contains("'Layers' stands twice", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, error.Line);
    }
}
