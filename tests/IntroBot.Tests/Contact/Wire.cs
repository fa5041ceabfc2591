using System.Net;
using System.Text.RegularExpressions;

namespace IntroBot.Tests.Contact;

/// <summary>What a browser without scripts does with the page: open it, and press a button of one of its forms.</summary>
internal sealed partial class Wire(HttpClient http) : IDisposable
{
    public Wire(Uri address)
        : this(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address })
    {
    }

    /// <summary>Sends anything.</summary>
    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await http.SendAsync(request);
    }

    /// <summary>What an answer says.</summary>
    public static Task<string> Text(HttpResponseMessage response) => response.Content.ReadAsStringAsync();

    /// <summary>Opens a page and reads it.</summary>
    public async Task<string> Read(string path, string language = "en")
    {
        using var response = await Send(HttpMethod.Get, path, null, ("Accept-Language", language));
        return await Text(response);
    }

    /// <summary>Presses a button of a page that was read, with everything its form holds, these fields instead where they are given.</summary>
    public async Task<(HttpStatusCode Status, string Page)> Press(string path, string page, string step, params (string Field, string Value)[] typed)
    {
        using var form = new FormUrlEncodedContent(Form(page, step, typed));
        using var response = await Send(HttpMethod.Post, path, form);
        return (response.StatusCode, await Text(response));
    }

    /// <summary>What a form of the page sends.</summary>
    public static Dictionary<string, string> Form(string page, string step, params (string Field, string Value)[] typed)
    {
        var form = Assert.Single(Forms().Matches(page), form => form.Value.Contains($"value=\"{step}\">", StringComparison.Ordinal)).Value;
        var fields = new Dictionary<string, string> { ["step"] = step };
        foreach (Match input in Inputs().Matches(form))
        {
            var text = input.Value;
            if ((!text.Contains("type=\"radio\"", StringComparison.Ordinal) && !text.Contains("type=\"checkbox\"", StringComparison.Ordinal)) || text.Contains(" checked", StringComparison.Ordinal))
            {
                fields[Attribute(text, "name")] = Attribute(text, "value");
            }
        }

        foreach (var (field, value) in typed)
        {
            fields[field] = value;
        }

        return fields;
    }

    public void Dispose() => http.Dispose();

    private static string Attribute(string element, string name) => WebUtility.HtmlDecode(Regex.Match(element, $" {name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();
}
