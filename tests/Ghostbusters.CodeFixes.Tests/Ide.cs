using System.Collections.Immutable;
using Ghostbusters.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes.Tests;

/// <summary>What an IDE does with the package: a workspace with a project, squiggles, light bulbs and fix all.</summary>
internal sealed class Ide : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly RepairProvider _provider = new();

    /// <summary>A project of these files.</summary>
    public Ide(params IEnumerable<string> files)
    {
        var model = TestCompilation.Of("");
        var project = _workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Edited", "Edited", LanguageNames.CSharp,
            compilationOptions: model.Options,
            parseOptions: new CSharpParseOptions(LanguageVersion.Preview),
            metadataReferences: TestReferences.All));
        var usings = model.SyntaxTrees.First().GetText();
        _workspace.AddDocument(DocumentInfo.Create(
            DocumentId.CreateNewId(project.Id), "GlobalUsings.g.cs", loader: TextLoader.From(TextAndVersion.Create(usings, VersionStamp.Default)), filePath: "GlobalUsings.g.cs"));
        foreach (var (code, i) in files.Select(static (code, i) => (code, i)))
        {
            _workspace.AddDocument(DocumentInfo.Create(
                DocumentId.CreateNewId(project.Id), $"File{i}.cs", loader: TextLoader.From(TextAndVersion.Create(SourceText.From(code), VersionStamp.Default)), filePath: $"File{i}.cs"));
        }
    }

    /// <summary>The document of that number as it is now.</summary>
    public Document Document(int number) => _workspace.CurrentSolution.Projects.Single().Documents.Single(d => d.Name == $"File{number}.cs");

    /// <summary>The text of that document as it is now.</summary>
    public async Task<string> TextAsync(int number) => (await Document(number).GetTextAsync()).ToString();

    /// <summary>The squiggles of all rules in a document, from the top.</summary>
    public async Task<ImmutableArray<Diagnostic>> SquigglesAsync(int number) => await SquigglesAsync(Document(number));

    /// <summary>The light bulb at a squiggle: titles and what they would do.</summary>
    public async Task<ImmutableArray<CodeAction>> LightBulbAsync(int number, Diagnostic squiggle)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        await _provider.RegisterCodeFixesAsync(new CodeFixContext(Document(number), squiggle, (action, _) => actions.Add(action), CancellationToken.None));
        return actions.ToImmutable();
    }

    /// <summary>Applies an action as the IDE does.</summary>
    public async Task ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(_workspace.CurrentSolution, new Progress<CodeAnalysisProgress>(), CancellationToken.None);
        foreach (var operation in operations)
            operation.Apply(_workspace, CancellationToken.None);
    }

    /// <summary>Fix all occurrences of a squiggle's repair in a scope.</summary>
    public async Task FixAllAsync(int number, CodeAction action, string ruleId, FixAllScope scope)
    {
        var document = Document(number);
        var context = new FixAllContext(document, _provider, scope, action.EquivalenceKey, [ruleId], new Squiggles(), CancellationToken.None);
        if (await _provider.GetFixAllProvider().GetFixAsync(context) is { } all)
            await ApplyAsync(all);
    }

    /// <inheritdoc/>
    public void Dispose() => _workspace.Dispose();

    private static async Task<ImmutableArray<Diagnostic>> SquigglesAsync(Document document)
    {
        var compilation = await document.Project.GetCompilationAsync() ?? throw new InvalidOperationException("The workspace does not compile C#.");
        var tree = await document.GetSyntaxTreeAsync();
        var found = await TestCompilation.AnalyzeAsync(compilation, [.. RuleCatalog.CreateRules()]);
        return [.. found.Where(d => d.Location.SourceTree == tree)];
    }

    private sealed class Squiggles : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => await SquigglesAsync(document);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        {
            var all = new List<Diagnostic>();
            foreach (var document in project.Documents)
                all.AddRange(await SquigglesAsync(document));
            return all;
        }
    }
}
