namespace Corpus.GB3007.Helpers;

public static class Throw
{
    public static void Persistence(Exception inner) => throw new IOException("not persisted", inner);
}

public sealed class LoadResult(bool isSuccess, string? text)
{
    public bool IsSuccess => isSuccess;

    public string? Text => text;
}

public sealed class Store(Task<LoadResult> loading)
{
    public async Task<bool> DeleteAsync(string path)
    {
        try
        {
            await File.WriteAllTextAsync(path, "");
            File.Delete(path);
        }
        catch (Exception e)
        {
            Throw.Persistence(e);
            return false;
        }

        return true;
    }

    public async Task ClearAsync(IEnumerable<string> paths)
    {
        foreach (var path in paths)
            await DeleteAsync(path); //@near GB3007
    }

    public async Task WarmAsync()
    {
        await loading.ConfigureAwait(false); //@near GB3007
    }
}
