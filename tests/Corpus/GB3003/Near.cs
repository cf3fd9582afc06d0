using System.Net.Sockets;
using System.Reflection;
using System.Text.Json;
using System.Threading.Channels;
using Xunit;

namespace Corpus.GB3003.Near;

public sealed class Leases : IDisposable, IAsyncDisposable
{
    private readonly Stream _stream = Stream.Null;
    private readonly CancellationTokenSource _stop = new();

    // The finalizer thread: an exception ends the process.
    ~Leases()
    {
        try { _stream.Flush(); } catch { } //@near GB3003
    }

    public void Dispose()
    {
        try { _stream.Flush(); } catch (Exception) { } //@near GB3003
        GC.SuppressFinalize(this);
    }

    public async ValueTask DisposeAsync()
    {
        try { await _stream.FlushAsync(); } catch (IOException) { } //@near GB3003
    }

    public void RunWithReport(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            try { File.AppendAllText("crash.log", e.ToString()); } catch { } //@near GB3003
            throw;
        }
    }

    public void Transfer(Action action, Action unlock)
    {
        try
        {
            action();
        }
        finally
        {
            try
            {
                unlock();
            }
            catch (Exception) //@near GB3003
            {
            }
        }
    }

    public async Task PumpAsync(ChannelReader<int> reader)
    {
        try
        {
            while (true)
                Console.WriteLine(await reader.ReadAsync(_stop.Token));
        }
        catch (OperationCanceledException) //@near GB3003
        {
        }
        catch (ChannelClosedException) //@near GB3003
        {
        }
    }

    public void CancelTwice()
    {
        try { _stop.Cancel(); } catch (ObjectDisposedException) { } //@near GB3003
    }
}

public static class Parsing
{
    public static bool TryReadPort(string text, out int port)
    {
        try
        {
            port = Convert.ToInt32(text);
            return true;
        }
        catch (FormatException) //@near GB3003
        {
        }
        catch (OverflowException) //@near GB3003
        {
        }

        port = 0;
        return false;
    }

    public static Assembly Load(string path)
    {
        try
        {
            return Assembly.Load(Path.GetFileNameWithoutExtension(path));
        }
        catch (BadImageFormatException) //@near GB3003
        {
        }

        return Assembly.LoadFrom(path);
    }

    public static JsonDocument? FirstValid(IEnumerable<string> candidates)
    {
        JsonDocument? found = null;
        foreach (var text in candidates)
        {
            try
            {
                found = JsonDocument.Parse(text);
                break;
            }
            catch (JsonException) //@near GB3003
            {
            }
        }

        return found;
    }

    public static string? ReadOptional(string path)
    {
        string? text = null;
        try { text = File.ReadAllText(path); } catch (FileNotFoundException) { } //@near GB3003
        return text;
    }
}

public static class Terminal
{
    public static void Prepare()
    {
        try { Console.CursorVisible = false; } catch (PlatformNotSupportedException) { } //@near GB3003

        try
        {
            Console.Title = "importer";
        }
        catch (IOException) //@near GB3003
        {
            // Output is redirected: there is no window that could have a title.
        }
    }

    public static void Ring()
    {
        // Best effort: some hosts throw when there is no sound device.
        try { Console.Beep(440, 100); } catch { } //@near GB3003
    }

    public static void Describe(Action describe)
    {
        try
        {
            describe();
        }
        catch (NotSupportedException) //@near GB3003
        {
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e);
        }
    }

    public static void Restore(Socket socket)
    {
        try { socket.Shutdown(SocketShutdown.Both); } catch (SocketException) { } //@near GB3003
        try { socket.Dispose(); } catch { } //@near GB3003
    }

    public static void DeleteTemporary(string path)
    {
        try { File.Delete(path); } catch (UnauthorizedAccessException) { } //@near GB3003
    }

    public static void StopChild(System.Diagnostics.Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException) //@near GB3003
        {
        }
    }

    public static void Connect(Socket socket, string host)
    {
        try { socket.Connect(host, 80); }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.IsConnected) { } //@near GB3003
    }

    public static void WriteSafely(string text)
    {
        try { Console.Out.WriteLine(text); } catch { } //@near GB3003
    }

    public static void TryWarmUp(Action action)
    {
        try { action(); } catch (Exception) { } //@near GB3003
    }

    public static void Trace(string text)
    {
        try
        {
            Console.Error.WriteLine(text);
        }
        catch (Exception) //@near GB3003
        {
#if TRACE_FAILURES
            Environment.FailFast("stderr is closed");
#endif
        }
    }

    public static void Uninterrupted(Action action)
    {
        try { } catch { } finally { action(); } //@near GB3003
    }

    public static string? StackTraceHere()
    {
        string? trace = null;
        try { throw new InvalidOperationException(); } catch (InvalidOperationException) { } //@near GB3003
        trace = Environment.StackTrace;
        return trace;
    }
}

public class BreakerTests
{
    [Fact]
    public void Opens_after_a_failure()
    {
        var state = "closed";
        try
        {
            state = "open";
            throw new DivideByZeroException();
        }
        catch (DivideByZeroException) //@near GB3003
        {
        }

        Assert.Equal("open", state);
    }

    public static void Throws(Action act)
    {
        try
        {
            act();
            Assert.Fail("It did not throw.");
        }
        catch (ArgumentException) //@near GB3003
        {
        }
    }
}

public sealed class Spool(Stream pages, Stream log) : IDisposable
{
    public bool IsDisposed { get; private set; }

    // Every step of taking down is tried, whatever the step before did.
    public void CloseAll()
    {
        try
        {
            pages.Flush();
        }
        catch //@near GB3003
        {
        }

        try
        {
            log.Flush();
        }
        catch (Exception) //@near GB3003
        {
        }
    }

    public void Dispose() => IsDisposed = true;
}

public class SpoolTests
{
    [Fact]
    public void A_failed_print_disposes_the_spool()
    {
        var spool = new Spool(Stream.Null, Stream.Null);
        try
        {
            PrintAndFail(spool);
        }
        catch //@near GB3003
        {
        }

        Assert.True(spool.IsDisposed);
    }

    private static void PrintAndFail(Spool spool)
    {
        using (spool)
            throw new InvalidOperationException("paper jam");
    }
}
