using IntroBot.BrowserTests.Driving;

namespace IntroBot.BrowserTests.Cards;

/// <summary>The icons of the Teams app, point by point.</summary>
public sealed class TheIcons(Chromium chromium)
{
    private const string Count = """
        async url => {
          const image = new Image(); image.src = url; await image.decode();
          const canvas = document.createElement('canvas'), pen = canvas.getContext('2d');
          [canvas.width, canvas.height] = [image.width, image.height]; pen.drawImage(image, 0, 0);
          const { data } = pen.getImageData(0, 0, image.width, image.height), seen = { clear: 0, white: 0, other: 0 };
          for (let i = 0; i < data.length; i += 4) seen[data[i + 3] === 0 ? 'clear' : Math.min(data[i], data[i + 1], data[i + 2]) >= 250 ? 'white' : 'other']++;
          return [seen.clear, seen.white, seen.other];
        }
        """;

    [Fact]
    public async Task The_outline_is_white_on_nothing()
    {
        var seen = await Points("outline.png");

        Assert.Equal(32 * 32, seen.Sum());
        Assert.InRange(seen[0], 500, 950);
        Assert.InRange(seen[1], 80, 500);
        Assert.Equal(0, seen[2]);
    }

    [Fact]
    public async Task The_colour_icon_fills_its_square()
    {
        var seen = await Points("color.png");

        Assert.Equal((192 * 192, 0), (seen.Sum(), seen[0]));
    }

    private async Task<int[]> Points(string picture)
    {
        var page = await chromium.Browser.NewPageAsync();
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Album.Repository(), "manifests/teams", picture));
        return await page.EvaluateAsync<int[]>(Count, $"data:image/png;base64,{Convert.ToBase64String(bytes)}");
    }
}
