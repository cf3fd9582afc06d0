using System.Net.WebSockets;
using System.Text.Json;

namespace Corpus.GB3003.NearTold;

public sealed record Card(string Title);

public interface ICardFormat
{
    bool TryRead(string text, out Card? card);
}

public sealed class CardView
{
    public bool Available { get; set; }

    public Card? Card { get; set; }
}

public interface ITestOutput
{
    void WriteLine(string text);
}

// The failure is seen without the catch: by what it left undone, or by where it goes on.
public sealed class Cards(IEnumerable<ICardFormat> formats, HttpClient http, ITestOutput output, CancellationTokenSource stop)
{
    private Task _loop = Task.CompletedTask;
    private Card? _last;
    private string _raw = "";

    public string? Load(string text)
    {
        Card? card = null;
        try
        {
            card = JsonSerializer.Deserialize<Card>(text);
        }
        catch (Exception) //@near GB3003
        {
        }

        if (card?.Title is null)
            throw new FormatException("no card");
        return card.Title;
    }

    public Card LoadOr(string text, Card other)
    {
        Card? card = null;
        try { card = JsonSerializer.Deserialize<Card>(text); } catch { } //@near GB3003
        card ??= other;
        return card;
    }

    public async Task<CardView> ShowAsync(string address)
    {
        var view = new CardView();
        try
        {
            view.Card = new Card(await http.GetStringAsync(address));
            view.Available = true;
        }
        catch (Exception) //@near GB3003
        {
            // ignored
        }

        return view;
    }

    public bool Probe(string address)
    {
        var works = false;
        try
        {
            http.GetStringAsync(address).Wait();
            works = true;
        }
        catch (Exception) { } //@near GB3003
        return works;
    }

    public void Set(string text)
    {
        try
        {
            _last = JsonSerializer.Deserialize<Card>(text);
            return;
        }
        catch //@near GB3003
        {
        }

        _raw = text;
    }

    public Card? Read(string text)
    {
        foreach (var format in formats)
        {
            try
            {
                if (format.TryRead(text, out var card))
                    return card;
            }
            catch (Exception) //@near GB3003
            {
            }
        }

        throw new FormatException("no format knows " + text);
    }

    public bool IsCard(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Card>(text) is not null;
        }
        catch (Exception) //@near GB3003
        {
        }

        return false;
    }

    public async Task StopAsync()
    {
        stop.Cancel();
        try
        {
            await _loop;
        }
        catch //@near GB3003
        {
        }
    }

    public async Task TalkAsync(WebSocket socket, byte[] buffer)
    {
        try
        {
            while (socket.State == WebSocketState.Open)
                await socket.ReceiveAsync(buffer, CancellationToken.None);
        }
        catch (WebSocketException) //@near GB3003
        {
        }
    }

    // Who prints for a test that has ended has nobody to tell.
    public void Note(string text)
    {
        try
        {
            output.WriteLine(text);
        }
        catch (InvalidOperationException) //@near GB3003
        {
        }
    }

    public long Length(Stream stream)
    {
        var length = -1L;
        try
        {
            length = stream.Length;
        }
        catch //@near GB3003
        {
        }

        if (length > 1 << 20)
            throw new NotSupportedException("too long");
        return length;
    }

    public int Number(string text, int defaultValue)
    {
        try
        {
            if (text.Length > 0)
                return int.Parse(text);
        }
        catch //@near GB3003
        {
        }

        return defaultValue;
    }

    public void Copy(Stream source, Stream target, bool tryRewind)
    {
        if (tryRewind && source.CanSeek)
        {
            try { source.Position = 0; } catch { } //@near GB3003
        }

        source.CopyTo(target);
    }

    public int Width()
    {
        var width = 80;
        try
        {
            // This can go wrong where no console is attached
            width = Console.WindowWidth;
        }
        catch { } //@near GB3003
        return width;
    }

    public string Keys(string path)
    {
        if (File.Exists(path))
        {
            try
            {
                _raw = File.ReadAllText(path);
            }
            catch { } //@near GB3003
        }

        // If that failed, fall back to the cards that are known
        return _raw.Length > 0 ? _raw : _last!.Title;
    }

    public void Uri(string text)
    {
        if (text.Length > 3)
        {
            try
            {
                using (var reader = new StringReader(text))
                {
                    _raw = reader.ReadToEnd();
                    return;
                }
            }
            catch //@near GB3003
            {
            }
        }

        throw new ArgumentException("no card", nameof(text));
    }
}

public sealed class CardLogger
{
    private readonly System.Collections.Concurrent.BlockingCollection<string> _buffer = [];

    public void Write(string text)
    {
        try
        {
            _buffer.Add(text);
        }
        catch (Exception) //@near GB3003
        {
            // ignored
        }
    }
}
