namespace Corpus.GB8205.HonestNames;

/// <summary>Keys by which features are switched: each says its own name.</summary>
public static class Features
{
    public const string KX117_ShowAuditForMasterPassword = "kx-117-show-audit-for-master-password"; //@near GB8205
    public const string RequireSecondFactorBeforePassword = "require-second-factor-before-password"; //@near GB8205
}

public sealed class BrokerLogin
{
    public string User { get; set; } = "";

    public string Password { get; set; } = "";
}

public static class Broker
{
    // What the broker is delivered with, on the same machine only.
    public static BrokerLogin Default { get; } = new() { User = "visitor", Password = "visitor" }; //@near GB8205
}

/// <summary>The database's emulator prints this key in its manual; it opens nothing else.</summary>
public static class Emulator
{
    public const string AccountKey = "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw=="; //@near GB8205
}
