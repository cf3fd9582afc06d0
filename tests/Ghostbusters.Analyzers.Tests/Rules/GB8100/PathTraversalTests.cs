using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class PathTraversalTests
{
    private static string Action(string body) => $$"""
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Disk = System.IO.File;

        public class FilesController : ControllerBase
        {
            private const string Root = "/srv/files/";

            [HttpPost]
            public void Work(string name, int id, IFormFile upload)
            {
                {{body}}
            }
        }
        """;

    // Every package has another name for its table of MIME types.
    [Theory]
    [InlineData("MimeTypeMap.GetExtension(Request.ContentType)")]
    [InlineData("Media.MimeTypes.GetMimeTypeExtensions(Request.ContentType)")]
    public Task AnExtensionOutOfATable_DoesNotTrigger(string extension) => RuleTest.VerifyBrokenAsync<PathTraversal>($$"""
        using Microsoft.AspNetCore.Mvc;
        using Media;
        public class PicturesController : ControllerBase
        {
            [HttpPost]
            public void Save() => System.IO.File.WriteAllText("/srv/picture" + {{extension}}, "");
        }
        """);

    [Theory]
    [InlineData("[|Disk.ReadAllText(Path.Combine(Root, name))|];")]
    [InlineData("[|Disk.Delete(Root + name)|];")]
    [InlineData("using var stream = [|new FileStream(Path.Combine(Root, upload.FileName), FileMode.Create)|]; upload.CopyTo(stream);")]
    [InlineData("foreach (var file in [|Directory.GetFiles(Path.Join(Root, name.Trim()))|]) Console.WriteLine(file);")]
    [InlineData("var path = Path.GetFullPath(Path.Combine(Root, name)); [|Disk.WriteAllText(path, \"x\")|];")]
    public Task ANameFromARequest_Triggers(string body) => RuleTest.VerifyAsync<PathTraversal>(Action(body));

    [Fact]
    public Task ATypeWithinAGenericOne_Triggers() => RuleTest.VerifyAsync<PathTraversal>("""
        using Microsoft.AspNetCore.Mvc;

        public static class Store<T>
        {
            public static string Read(string name) => Folder.Read(name);

            private static class Folder
            {
                private static readonly string Root = typeof(T).Name + "/";

                public static string Read(string name) => [|System.IO.File.ReadAllText(Root + name)|];
            }
        }

        public class FilesController : ControllerBase
        {
            public string Work(string name) => Store<int>.Read(name);
        }
        """);

    [Theory]
    [InlineData("Disk.ReadAllText(Path.Combine(Root, Path.GetFileName(name)));")]
    [InlineData("Disk.ReadAllText(Root + id + \".txt\");")]
    [InlineData("Disk.WriteAllText(Root + \"last.txt\", name);")]
    [InlineData("var path = Path.GetFullPath(Path.Combine(Root, name)); if (path.StartsWith(Root, StringComparison.Ordinal)) Disk.ReadAllText(path);")]
    [InlineData("var file = name switch { \"terms\" => \"terms.txt\", _ => \"help.txt\" }; Disk.ReadAllText(Root + file);")]
    [InlineData("if (Guid.TryParse(name, out var key)) Disk.ReadAllText(Root + key);")]
    [InlineData("using var stream = Disk.Create(Root + Guid.NewGuid() + Path.GetExtension(upload.FileName)); upload.CopyTo(stream);")]
    public Task APathInTheFolder_DoesNotTrigger(string body) => RuleTest.VerifyAsync<PathTraversal>(Action(body));
}
