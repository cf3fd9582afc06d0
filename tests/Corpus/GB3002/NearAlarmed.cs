using Microsoft.Extensions.Logging;

namespace Corpus.GB3002.NearAlarmed;

public sealed record Seat(int Row, string? Guest);

public interface ISeats
{
    Seat? Find(int row);

    List<Seat> All();
}

// Somebody is told: the log, at a level that is watched; or a comment beside the try.
public sealed class Seating(ISeats seats, ILogger<Seating> logger)
{
    public Seat? Find(int row)
    {
        try
        {
            return seats.Find(row);
        }
        catch (Exception e)
        {
            logger.LogError(e, "row {Row}", row);
            return null; //@near GB3002
        }
    }

    public List<Seat> Free()
    {
        try
        {
            return seats.All().FindAll(static s => s.Guest is null);
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "free seats");
            return []; //@near GB3002
        }
    }

    public Seat? Last()
    {
        try
        {
            return seats.All().LastOrDefault();
        }
        catch (Exception e)
        {
            logger.LogDebug(e, "last seat");
            return null; //@near GB3002
        }
    }

    public IEnumerable<Seat> Modules()
    {
        // Safeguard against errors while loading, as libraries may be missing
        try
        {
            return seats.All();
        }
        catch
        {
            return []; //@near GB3002
        }
    }

    // Null is the answer for a header of another shape, too.
    public static string? Token(string header)
    {
        var parts = header.Split(' ');
        if (parts.Length != 2)
            return null;
        try
        {
            return System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(parts[1]));
        }
        catch
        {
            return null; //@near GB3002
        }
    }

    public Seat? Expired(string path, DateTime at)
    {
        if (File.GetLastWriteTimeUtc(path) > at)
            return seats.Find(1);
        try
        {
            File.Delete(path);
        }
        catch (Exception)
        {
            Console.WriteLine("kept");
        }

        return null; //@near GB3002
    }
}
