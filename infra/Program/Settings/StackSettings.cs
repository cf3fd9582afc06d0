namespace Ghostbusters.Infra.Settings;

/// <summary>What a stack's configuration says, read and checked once by <see cref="SettingsReader"/>.</summary>
public sealed record StackSettings
{
    /// <summary>Names and tags of everything.</summary>
    public required Names Names { get; init; }

    /// <summary>Whether data must survive mistakes: protection, retention and alarms follow from it.</summary>
    public required bool IsProduction { get; init; }

    /// <summary><c>x86_64</c> or <c>arm64</c>, as the functions were built.</summary>
    public required string Architecture { get; init; }

    /// <summary>Folder of the zips that <c>./build.sh --target=Bootstrap</c> writes, relative to the program's.</summary>
    public required string Artifacts { get; init; }

    /// <summary>Days that logs are kept.</summary>
    public required int LogDays { get; init; }

    /// <summary>Concurrent executions that the account may have; what functions reserve stays 100 below it.</summary>
    public required int AccountConcurrency { get; init; }

    /// <summary>Who is told of alarms and of the budget.</summary>
    public required IReadOnlyList<string> AlarmEmails { get; init; }

    /// <summary>US dollars a month.</summary>
    public required int MonthlyBudget { get; init; }

    /// <summary>Origins of pages that may call the API with a person's token; none: no page may.</summary>
    public required IReadOnlyList<string> Origins { get; init; }

    /// <summary>Groups of machines that get a gateway key each: <c>ci</c>, <c>cli</c>.</summary>
    public required IReadOnlyList<string> Machines { get; init; }

    /// <summary>Encrypt with a key of one's own instead of AWS's.</summary>
    public required bool UseOwnKey { get; init; }

    /// <summary>Put a web application firewall before the API.</summary>
    public required bool UseFirewall { get; init; }

    /// <summary>Whether this stack sets the role with which the account's API Gateway writes logs: one stack an account and region may.</summary>
    public required bool OwnsGatewayAccount { get; init; }

    /// <summary>A host name of one's own; null: API Gateway's.</summary>
    public DomainSettings? Domain { get; init; }
}

/// <summary>A host name.</summary>
/// <param name="Name">Such as <c>api.example.com</c>.</param>
/// <param name="CertificateArn">Of ACM, in the same region.</param>
public sealed record DomainSettings(string Name, string CertificateArn);
