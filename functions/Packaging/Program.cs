using Ghostbusters.Functions.Packaging;

// From <folder>/<context>/bootstrap to <folder>/<context>.zip, checked and written down: Packaging <folder> <context> <commit> <date> <sizes.tsv>
if (args is not [var folder, var context, var commit, var date, var sizes])
{
    Console.Error.WriteLine("Packaging <folder> <context> <commit> <date> <sizes.tsv>");
    return 2;
}

var executable = await File.ReadAllBytesAsync(Path.Combine(folder, context, DeploymentArchive.Executable));
if (GlibcGate.Refusals(executable) is { Count: > 0 } refusals)
{
    Console.Error.WriteLine($"{context}: needs {string.Join(", ", refusals)}, and Amazon Linux 2023 has GLIBC_{GlibcGate.Newest} at most. Link it on an older system.");
    return 1;
}

var roots = AmazonRoots.Pem(AmazonRoots.MachineStore());
var archive = DeploymentArchive.Write(executable, roots);
await File.WriteAllBytesAsync(Path.Combine(folder, context + ".zip"), archive);
// Beside the executable too, where the tests run it from.
var beside = Path.Combine(folder, context);
Directory.CreateDirectory(Path.Combine(beside, DeploymentArchive.NoRoots));
await File.WriteAllTextAsync(Path.Combine(beside, DeploymentArchive.Roots), roots);
IReadOnlyList<string> known = File.Exists(sizes) ? await File.ReadAllLinesAsync(sizes) : [];
await File.WriteAllLinesAsync(sizes, SizeTable.With(known, commit, date, context, executable.Length, archive.Length));
Console.WriteLine($"{context}: executable {executable.Length:N0} bytes, archive {archive.Length:N0} bytes");
return 0;
