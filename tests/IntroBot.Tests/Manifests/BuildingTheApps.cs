using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace IntroBot.Tests.Manifests;

/// <summary><c>./build manifests</c>: both apps, with the host's settings in them.</summary>
public sealed class BuildingTheApps : IDisposable
{
    private const string AppId = "c9e8c047-2a34-40a1-b28a-b162d5f5327c";
    private static readonly string[] s_settings = ["PublicBaseUrl", "Company", "WebsiteUrl", "PrivacyUrl", "TermsUrl", "Teams__AppId"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("introbot-manifests-");

    [Fact]
    public async Task The_Teams_app_is_one_to_upload()
    {
        Assert.Equal(0, (await Build($"Teams:AppId={AppId}", "PublicBaseUrl=https://bot.acme.test/", "Company=L’Atelier & Fils", "PrivacyUrl=https://acme.test/privacy?bot=1&l=fr")).Code);

        await using var package = await ZipFile.OpenReadAsync(Path.Combine(_folder.FullName, "introbot-teams.zip"), Cancelled);
        Assert.Equal(["manifest.json", "fr.json", "color.png", "outline.png"], package.Entries.Select(static entry => entry.FullName));
        using var reader = new StreamReader(await package.Entries[0].OpenAsync(Cancelled));
        var manifest = JsonNode.Parse(await reader.ReadToEndAsync(Cancelled))!;
        Assert.Equal((AppId, AppId, AppId), ((string?)manifest["id"], (string?)manifest["bots"]![0]!["botId"], (string?)manifest["composeExtensions"]![0]!["botId"]));
        Assert.Equal(("L’Atelier & Fils", "https://bot.acme.test", "https://acme.test/privacy?bot=1&l=fr"), ((string?)manifest["developer"]!["name"], (string?)manifest["developer"]!["websiteUrl"], (string?)manifest["developer"]!["privacyUrl"]));
        Assert.DoesNotContain("example.com", manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty((await MicrosoftsSchemas.Judge("MicrosoftTeams", manifest)).Single());
    }

    [Fact]
    public async Task The_Slack_manifest_names_the_host_and_changes_nothing_else()
    {
        Assert.Equal(0, (await Build("PublicBaseUrl=https://bot.acme.test:8443")).Code);

        var made = await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "slack.yaml"), Cancelled);
        var source = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "manifests/slack/manifest.yaml"), Cancelled);
        Assert.Equal(source.Replace("https://introbot.example.com/", "https://bot.acme.test:8443/", StringComparison.Ordinal), made);
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "introbot-teams.zip")));
    }

    [Theory]
    [InlineData("PublicBaseUrl", $"Teams:AppId={AppId}")]
    [InlineData("PublicBaseUrl", "PublicBaseUrl=http://bot.acme.test")]
    [InlineData("PublicBaseUrl", "PublicBaseUrl=https://bot.acme.test/path")]
    [InlineData("Teams:AppId", "PublicBaseUrl=https://bot.acme.test", "Teams:AppId=28:c9e8c047")]
    [InlineData("Company", "PublicBaseUrl=https://bot.acme.test", $"Teams:AppId={AppId}", "Company=a \"quoted\" name")]
    [InlineData("https", "PublicBaseUrl=https://bot.acme.test", $"Teams:AppId={AppId}", "TermsUrl=acme.test/terms")]
    [InlineData("Teams:TenantId", "Teams:TenantId=x")]
    public async Task A_setting_that_cannot_work_is_named(string named, params string[] settings)
    {
        var (code, said) = await Build(settings);

        Assert.Equal(2, code);
        Assert.Contains(named, said, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "introbot-teams.zip")));
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<(int Code, string Said)> Build(params string[] settings)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "build"), "manifests", .. settings, $"Output={_folder.FullName}"]);
        foreach (var name in s_settings)
        {
            start.Environment.Remove(name);
        }

        var (code, _, said) = await Command.Run(start);
        return (code, said);
    }
}
