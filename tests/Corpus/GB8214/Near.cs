namespace Corpus.GB8214.Near;

public sealed class Reports(string root)
{
    public void Random(string text) => File.WriteAllText(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), text); //@near GB8214

    public void ByGuid(string text) => File.WriteAllText(Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".txt"), text); //@near GB8214

    public void ByGuidFormatted(string text) => File.WriteAllText(Path.Combine(Path.GetTempPath(), $"report-{Guid.NewGuid():N}.txt"), text); //@near GB8214

    public void OwnFolder(string text)
    {
        var folder = Directory.CreateTempSubdirectory();
        File.WriteAllText(Path.Combine(folder.FullName, "report.txt"), text); //@near GB8214
    }

    public void Reserved(string text) => File.WriteAllText(Path.GetTempFileName(), text); //@near GB8214

    public void ReservedLocal(string text)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, text); //@near GB8214
    }

    public FileStream New() => new(Path.Combine(Path.GetTempPath(), "lock"), FileMode.CreateNew); //@near GB8214

    public string Read() => File.ReadAllText(Path.Combine(Path.GetTempPath(), "report.txt")); //@near GB8214

    public FileStream Open() => new(Path.Combine(Path.GetTempPath(), "report.txt"), FileMode.Open); //@near GB8214

    public bool Exists() => File.Exists(Path.Combine(Path.GetTempPath(), "report.txt")); //@near GB8214

    public void Delete() => File.Delete(Path.Combine(Path.GetTempPath(), "report.txt")); //@near GB8214

    public void Elsewhere(string text) => File.WriteAllText(Path.Combine(root, "report.txt"), text); //@near GB8214

    public void Data(string text) => File.WriteAllText(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "report.txt"), text); //@near GB8214

    public void Given(string path, string text) => File.WriteAllText(path, text); //@near GB8214

    public void GivenName(string name, string text) => File.WriteAllText(Path.Combine(Path.GetTempPath(), name), text); //@near GB8214 @true GB8103

    public void RandomFolder(string text)
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "report.txt"), text); //@near GB8214
    }

    public void OtherExtension(string text) => File.WriteAllText(Path.ChangeExtension(Path.Combine(root, "a.txt"), ".html"), text); //@near GB8214

    public void CopyFrom(string to) => File.Copy(Path.Combine(Path.GetTempPath(), "report.txt"), to); //@near GB8214

    public string Show() => Path.Combine(Path.GetTempPath(), "report.txt"); //@near GB8214

    public string[] List() => Directory.GetFiles(Path.GetTempPath(), "report*.txt"); //@near GB8214

    public void BesideTheProgram(string text) => File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "state.json"), text); //@near GB8214
}

/// <summary>A class of one's own that has the name.</summary>
public static class Disk
{
    public static class File
    {
        public static string WriteAllText(string path, string text) => path + text;
    }

    public static string Use(string text) => File.WriteAllText(Path.Combine(Path.GetTempPath(), "report.txt"), text); //@near GB8214
}
