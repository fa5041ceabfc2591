using IntroBot.Host.Contact;
using IntroBot.Host.Contact.Drawing;

namespace IntroBot.Host;

/// <summary>
/// What every answer says to browsers, by the path's beginning. What no row names carries the strictest: nothing may be loaded, framed, kept or indexed. The Playground (Development only) has a script of
/// its own and says its own policy.
/// </summary>
internal static class Headers
{
    private const string Nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The policy of everything that is no page.</summary>
    public static IReadOnlyDictionary<string, string> Strictest { get; } = new Dictionary<string, string>
    {
        ["Content-Security-Policy"] = Nothing,
        ["Cache-Control"] = "no-store",
        ["Referrer-Policy"] = "no-referrer",
        ["X-Robots-Tag"] = "noindex, nofollow",
        ["X-Content-Type-Options"] = "nosniff",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), browsing-topics=()",
    };

    /// <summary>The policy of the contact's page: its own stylesheet, the logo that stands in it, and forms that post to where they came from.</summary>
    public static string ContactPolicy(Stylesheet stylesheet) =>
        $"default-src 'none'; style-src {stylesheet.Source}; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseHeaders(this WebApplication app)
    {
        var contact = ContactPolicy(app.Services.GetRequiredService<Stylesheet>());
        var secure = app.Configuration["PublicBaseUrl"]!.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        var plays = app.Environment.IsDevelopment();
        app.Use((context, next) =>
        {
            var (path, headers) = (context.Request.Path, context.Response.Headers);
            if (!(plays && path.StartsWithSegments("/playground", StringComparison.OrdinalIgnoreCase)))
            {
                foreach (var (name, value) in Strictest)
                {
                    headers[name] = value;
                }
            }

            if (path.StartsWithSegments(ContactEndpoints.Prefix, StringComparison.OrdinalIgnoreCase))
            {
                headers.ContentSecurityPolicy = contact;
            }

            if (secure)
            {
                headers.StrictTransportSecurity = "max-age=31536000";
            }

            return next(context);
        });
    }
}
