namespace Ghostbusters.Infra.Tests.Checks;

/// <summary>26 to 37.</summary>
internal static class StorageChecks
{
    public static IEnumerable<Check> All =>
    [
        Check.Each(26, "any second of the last 35 days can be had back", "Table", static t => t.Is("pointInTimeRecovery.enabled"), static g => g.Set("Table", "pointInTimeRecovery.enabled", false)),
        Check.Each(27, "encrypted", "Table", static t => t.Is("serverSideEncryption.enabled"), static g => g.Set("Table", "serverSideEncryption", null)),
        Check.Each(28, "paid by request", "Table", static t => t["billingMode"] == "PAY_PER_REQUEST", static g => g.Set("Table", "billingMode", "PROVISIONED")),
        Check.Each(29, "protected in production", "Table",
            static (t, g) => t.Is("deletionProtectionEnabled") == g.IsProduction && (t.Options.Protect ?? false) == g.IsProduction && (t.Options.RetainOnDelete ?? false) == g.IsProduction ? null : "is not",
            static g => g.Set("Table", "deletionProtectionEnabled", !g.IsProduction)),
        Check.Each(30, "attributes are the keys, and items end", "Table",
            static t => Keys(t).Order(StringComparer.Ordinal).SequenceEqual(t.At("attributes")!.AsArray().Select(static a => a!["name"]!.ToString()).Order(StringComparer.Ordinal)) && t["ttl.attributeName"] == "expires" && t.Is("ttl.enabled"),
            static g => g.First("Table").At("attributes")!.AsArray().Add(new JsonObject { ["name"] = "colour", ["type"] = "S" })),
        Bucket(31, "nothing public", "BucketPublicAccessBlock", static b => b.Is("blockPublicAcls") && b.Is("blockPublicPolicy") && b.Is("ignorePublicAcls") && b.Is("restrictPublicBuckets"), static b => b.Set("ignorePublicAcls", false)),
        Bucket(32, "encrypted", "BucketServerSideEncryptionConfiguration", static b => b["rules.0.applyServerSideEncryptionByDefault.sseAlgorithm"] is "AES256" or "aws:kms", static b => b.Set("rules", new JsonArray())),
        Bucket(33, "nothing without TLS", "BucketPolicy", static b => b.Statements().Any(static s => s["Effect"]!.ToString() == "Deny" && s["Condition"]!["Bool"]!["aws:SecureTransport"]!.ToString() == "false" && IamChecks.Resources(s).Count() == 2),
            static b => b.Edit("policy", static d => d["Statement"]![0]!["Effect"] = "Allow")),
        Bucket(34, "everything ends, half uploads first", "BucketLifecycleConfiguration", static b => b["rules.0.status"] == "Enabled" && b.Number("rules.0.abortIncompleteMultipartUpload.daysAfterInitiation") == 1 && b.Number("rules.0.expiration.days") > 0,
            static b => b.Set("rules.0.abortIncompleteMultipartUpload", null)),
        Bucket(35, "owned, without lists of access", "BucketOwnershipControls", static b => b["rule.objectOwnership"] == "BucketOwnerEnforced", static b => b.Set("rule.objectOwnership", "ObjectWriter")),
        Bucket(36, "versions", "BucketVersioning", static b => b["versioningConfiguration.status"] == "Enabled", static b => b.Set("versioningConfiguration.status", "Suspended")),
        Check.Each(37, "who read what is written down; production is not emptied by mistake", "s3:Bucket",
            static (b, g) => g.IsProduction && b["forceDestroy"] != "false" ? "can be emptied" : g.Of("BucketLogging").Any(l => l["bucket"] == b["bucket"]) ? null : "nobody writes it down",
            static g => g.Remove("BucketLogging")),
    ];

    private static IEnumerable<string> Keys(Node table) =>
    [
        table["hashKey"]!, table["rangeKey"]!,
        .. table.At("globalSecondaryIndexes")!.AsArray().SelectMany(static i => (string[])[i!["hashKey"]!.ToString(), i["rangeKey"]!.ToString()]),
    ];

    private static Check Bucket(int id, string title, string type, Func<Node, bool> isRight, Action<Node> spoil) => new(
        id, title,
        graph => graph.Of("s3:Bucket").Select(b => new Verdict(b.ToString(), graph.Of(type).SingleOrDefault(n => n["bucket"] == b["bucket"]) is { } said && isRight(said) ? null : "is not")),
        graph => spoil(graph.First(type)));
}
