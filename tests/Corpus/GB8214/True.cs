using System.Diagnostics;
using System.IO.Compression;

namespace Corpus.GB8214.True;

public sealed class Reports
{
    private const string Name = "report.html";
    private static readonly string Folder = Path.GetTempPath();

    public void Constant(string text) => File.WriteAllText(Path.Combine(Path.GetTempPath(), "report.txt"), text); //@true GB8214

    public void Named(string text) => File.WriteAllText(Path.Combine(Path.GetTempPath(), Name), text); //@true GB8214

    public void Local(byte[] bytes)
    {
        var path = Path.Combine(Path.GetTempPath(), "upload.bin");
        File.WriteAllBytes(path, bytes); //@true GB8214
    }

    public void FromField(string text) => File.WriteAllText(Path.Combine(Folder, "state.json"), text); //@true GB8214

    public void Added(string text) => File.WriteAllText(Path.GetTempPath() + "state.json", text); //@true GB8214

    public void Interpolated(string text) => File.WriteAllText($"{Path.GetTempPath()}/state.json", text); //@true GB8214

    public void Joined(string text) => File.AppendAllText(Path.Join(Path.GetTempPath(), "log.txt"), text); //@true GB8214

    public void ByProcess(string text) => File.WriteAllText(Path.Combine(Path.GetTempPath(), $"app-{Environment.ProcessId}.pid"), text); //@true GB8214

    public void ByTime(string text) => File.WriteAllText(Path.Combine(Path.GetTempPath(), DateTime.Now.Ticks + ".txt"), text); //@true GB8214

    public void ByUser(string text) => File.WriteAllText(Path.Combine(Path.GetTempPath(), Environment.UserName + ".session"), text); //@true GB8214

    public FileStream Created() => File.Create(Path.Combine(Path.GetTempPath(), "lock")); //@true GB8214

    public StreamWriter Writer() => new(Path.Combine(Path.GetTempPath(), "out.csv")); //@true GB8214

    public FileStream Stream() => new FileStream(Path.Combine(Path.GetTempPath(), "data.bin"), FileMode.OpenOrCreate); //@true GB8214

    public void InFolder(string text)
    {
        var folder = Path.Combine(Path.GetTempPath(), "myapp");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "settings.json"), text); //@true GB8214
    }

    public void Copy(string from) => File.Copy(from, Path.Combine(Path.GetTempPath(), "setup.exe"), overwrite: true); //@true GB8214

    public void Move(string from) => File.Move(from, Path.Combine(Path.GetTempPath(), "update.zip")); //@true GB8214

    public void OtherExtension(string text)
    {
        var page = Path.ChangeExtension(Path.GetTempFileName(), ".html");
        File.WriteAllText(page, text); //@true GB8214
    }

    public void AddedExtension(byte[] pdf) => File.WriteAllBytes(Path.GetTempFileName() + ".pdf", pdf); //@true GB8214

    public void ReplacedExtension(byte[] pdf) => File.WriteAllBytes(Path.GetTempFileName().Replace(".tmp", ".pdf"), pdf); //@true GB8214

    public void Zip(string folder) => ZipFile.CreateFromDirectory(folder, Path.Combine(Path.GetTempPath(), "backup.zip")); //@true GB8214

    public Process? Script(string body)
    {
        var script = Path.Combine(Path.GetTempPath(), "install.sh");
        File.WriteAllText(script, body); //@true GB8214
        return Process.Start("/bin/sh", script);
    }

    public async Task LaterAsync(string text) => await File.WriteAllTextAsync(Path.Combine(Path.GetTempPath(), "later.txt"), text); //@true GB8214
}
