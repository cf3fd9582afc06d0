using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Corpus.GB3003.TrueLost;

public sealed record Reading(string Sensor, double Value);

public interface IGauge
{
    Task<Reading> AskAsync(string sensor);

    void Reset();

    void Push(Reading reading);
}

// Shapes of real code: what fails is gone, and nothing that follows asks.
public sealed class Readings(IGauge gauge, HttpClient http, Stream port)
{
    private readonly List<Reading> _all = [];
    private readonly Dictionary<string, string> _names = [];
    private Timer? _poll;
    private double _factor = 1;

    public async Task CollectAsync(IEnumerable<string> sensors)
    {
        foreach (var sensor in sensors)
        {
            try
            {
                _all.Add(await gauge.AskAsync(sensor));
            }
            catch //@true GB3003
            {
            }
        }
    }

    // A timer's callback that fails each time, and nobody knows.
    public void Poll() => _poll = new Timer(_ =>
    {
        try
        {
            gauge.Push(_all[^1]);
        }
        catch (Exception) //@true GB3003
        {
        }
    }, null, 0, 1000);

    public HashSet<double> Limits(IEnumerable<string> texts)
    {
        var limits = new HashSet<double>();
        foreach (var text in texts)
        {
            try
            {
                limits.Add(double.Parse(text, CultureInfo.InvariantCulture));
            }
            catch { } //@true GB3003
        }

        return limits;
    }

    public void Configure(string path)
    {
        try
        {
            var settings = XDocument.Load(path);
            _factor = double.Parse(settings.Root!.Attribute("factor")!.Value, CultureInfo.InvariantCulture);
        }
        catch { } //@true GB3003
        gauge.Reset();
    }

    // The directory that is not there fails the write, far from here.
    public string Folder(string root)
    {
        var folder = Path.Combine(root, "readings");
        try
        {
            if (!Directory.Exists(folder))
                Directory.CreateDirectory(folder);
        }
        catch { } //@true GB3003
        return Path.Combine(folder, "today.csv");
    }

    public string? Name(string sensor)
    {
        try
        {
            return _names[sensor];
        }
        catch //@true GB3003
        {
        }

        return null;
    }

    public byte[] Calibration(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception) //@true GB3003
        {
        }

        return [];
    }

    public void Rename(string sensor, string name)
    {
        try
        {
            _names.Remove(sensor);
            _names.Add(sensor, name);
            File.WriteAllText("names.json", JsonSerializer.Serialize(_names));
        }
        catch (NotSupportedException) //@true GB3003
        {
        }
    }

    public void Send(Reading reading)
    {
        try
        {
            var bytes = Encoding.UTF8.GetBytes(reading.ToString());
            port.Write(bytes);
            port.Flush();
        }
        catch (SocketException) //@true GB3003
        {
            // ignored
        }
    }

    // A flag that nobody asks.
    public void Calibrate()
    {
        var done = false;
        try
        {
            gauge.Reset();
            done = true;
        }
        catch (Exception) //@true GB3003
        {
        }

        Console.WriteLine(done);
    }

    public async Task<string> PageAsync(string address)
    {
        var page = "";
        try
        {
            page = await http.GetStringAsync(address);
        }
        catch (HttpRequestException) //@true GB3003
        {
        }

        return page;
    }

    public void Retry(Reading reading)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                gauge.Push(reading);
                break;
            }
            catch (Exception) //@true GB3003
            {
            }
        }
    }

    public void Replay(Queue<Reading> kept)
    {
        while (kept.TryDequeue(out var reading))
        {
            try { gauge.Push(reading); } catch { } //@true GB3003
        }
    }

    public event Action<Reading>? Arrived;

    public void Raise(Reading reading)
    {
        try
        {
            Arrived?.Invoke(reading);
        }
        catch (Exception) //@true GB3003
        {
            // do nothing
        }
    }

    public async void OnButton(object sender, EventArgs e)
    {
        try
        {
            await CollectAsync(["button"]);
        }
        catch (Exception) //@true GB3003
        {
        }
    }

    public void Migrate(string from, string to)
    {
        try
        {
            foreach (var file in Directory.EnumerateFiles(from))
                File.Move(file, Path.Combine(to, Path.GetFileName(file)));
        }
        catch (IOException) //@true GB3003
        {
        }
    }

    public static void Main(string[] arguments)
    {
        try
        {
            File.WriteAllLines("arguments.txt", arguments);
        }
        catch (UnauthorizedAccessException) //@true GB3003
        {
        }
    }

    public int Import(string path)
    {
        var count = 0;
        try
        {
            foreach (var line in File.ReadLines(path))
            {
                _all.Add(new Reading(line, _factor));
                count++;
            }
        }
        catch (Exception) //@true GB3003
        {
            // TODO: log it
        }

        return count;
    }

    public Task Background() => Task.Run(async () =>
    {
        try
        {
            await CollectAsync(_names.Keys);
        }
        catch (Exception) //@true GB3003
        {
            // throw;
        }
    });

    public void Close()
    {
        try
        {
            File.WriteAllText("last.json", JsonSerializer.Serialize(_all));
        }
        catch (Exception) //@true GB3003
        {
        }
    }
}
