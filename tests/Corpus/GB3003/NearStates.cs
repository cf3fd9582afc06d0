using System.Data;
using System.Data.Common;

namespace Corpus.GB3003.NearStates;

public sealed class ShelfmarkNotFoundException(string mark) : Exception(mark);

public interface IArchive
{
    Task<string> FindAsync(string mark);
}

public sealed class Bookings(IDbConnection connection, IArchive archive)
{
    // The failure that led here is thrown on; a rollback that fails as well adds nothing.
    public static async Task UndoAsync(DbTransaction transaction)
    {
        try
        {
            await transaction.RollbackAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception) //@near GB3003
        {
        }
    }

    public void Undo(IDbTransaction? transaction)
    {
        try
        {
            if (connection.State == ConnectionState.Open)
                transaction?.Rollback();
        }
        catch (DataException) //@near GB3003
        {
        }
    }

    public static async Task EvictAsync(object entry)
    {
        try
        {
            switch (entry)
            {
                case IAsyncDisposable later:
                    await later.DisposeAsync().ConfigureAwait(false);
                    break;
                case IDisposable now:
                    now.Dispose();
                    break;
            }
        }
        catch //@near GB3003
        {
        }
    }

    // The type says what is the matter, and what follows is the answer to it.
    public async Task<string> PlaceAsync(string mark, string depot)
    {
        try
        {
            var place = await archive.FindAsync(mark);
            if (place.Length > 0)
                return place;
        }
        catch (ShelfmarkNotFoundException) //@near GB3003
        {
        }

        return depot;
    }

    // Never called: it shows the compiler which instances there are.
    public static void Seed()
    {
        try
        {
            _ = new List<Half>(1).ToArray();
        }
        catch //@near GB3003
        {
        }

        throw new InvalidOperationException("This method is for the ahead-of-time compiler.");
    }

    public static bool LooksLikeImage(string address)
    {
        var isImage = false;
        try
        {
            if (Path.GetExtension(new Uri(address).AbsolutePath) is ".png" or ".ico")
                isImage = true;
        }
        catch (UriFormatException) //@near GB3003
        {
        }

        return isImage;
    }

    public static string Shown(object value)
    {
        try
        {
            return ((IFormattable)value).ToString("G", null);
        }
        catch { } //@near GB3003

        // Falling back to what every object has.
        return value.ToString() ?? "";
    }
}
