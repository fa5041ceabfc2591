using Microsoft.AspNetCore.Http;

namespace IntroBot.Playground.Page;

/// <summary>The pages' files, embedded from wwwroot.</summary>
internal static class Assets
{
    private const string Prefix = "IntroBot.Playground.wwwroot.";

    /// <param name="file">Below wwwroot, for example <c>slack/app.js</c>.</param>
    public static IResult Serve(string file) =>
        typeof(Assets).Assembly.GetManifestResourceStream(Prefix + file.Replace('/', '.')) is { } content ? Results.Stream(content, TypeOf(file)) : Results.NotFound();

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".ico" => "image/x-icon",
        _ => "application/octet-stream",
    };
}
