using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>A secret is written down where it is used.</summary>
internal sealed class SecretWritten : Injection
{
    // None has an issuer's shape: nobody may take one for a key that works.
    private static readonly string[] Fields =
    [
        "private const string Password = \"Winter-2024!kq\";",
        "private static readonly string ApiKey = \"9f3c61b2e07a4d58b1c6d20e94af7735\";",
        "private static readonly string _clientSecret = \"Zr7~pQ2w.Xk81mVt0_LbN5eYd\";",
        "private const string DbPassword = \"correcthorse7battery\";",
        "private static string AuthToken { get; } = \"b7Gq02LxTz91KcWm48RvYp53HsNd66Ja\";",
        "private const string ConnectionString = \"Server=db1.intern;Database=Orders;User Id=svc_orders;Password=Tr4ktor-blau;\";",
        "private const string SigningKey = \"5cXr0vLq8sJ2nHd7tWz3yBk6mPf1gQa9\";",
        "private static readonly byte[] EncryptionKey = System.Text.Encoding.UTF8.GetBytes(\"k3Vt9xQz7Lp2Rw5N\");",
    ];

    private static readonly string[] Locals =
    [
        "var password = \"Sommer!4711x\"; ",
        "var apiKey = \"4e1d0b7c93aa4f60862f5d1c7e9b0a38\"; ",
        "string smtpPassword = \"m4il-Relay#88\"; ",
        "const string accessToken = \"Qx81ZpLw40TnVb73RkYd29GsHm65FcJe\"; ",
    ];

    public override string RuleId => "GB8205";

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root)
    {
        foreach (var type in root.Members.SelectMany(static m => m.DescendantNodesAndSelf()).OfType<ClassDeclarationSyntax>().Where(static c => c.Members.Count > 0))
        {
            foreach (var field in Fields)
                yield return new Injected(type.Span, [new TextChange(new TextSpan(type.OpenBraceToken.Span.End, 0), $"\n    {field}\n")]);
        }

        foreach (var block in root.DescendantNodes().OfType<BlockSyntax>().Where(static b => b.Parent is MethodDeclarationSyntax && b.Statements.Count > 0))
        {
            foreach (var local in Locals)
                yield return At(block, InsertBefore(block.Statements[0], local));
        }
    }
}
