using System.Collections.Immutable;
using Ghostbusters.Analyzers.Rules.GB1000;
using Ghostbusters.Analyzers.Rules.GB2000;
using Ghostbusters.Analyzers.Rules.GB3000;
using Ghostbusters.Analyzers.Rules.GB4000;
using Ghostbusters.Analyzers.Rules.GB5000;
using Ghostbusters.Analyzers.Rules.GB8000;
using Ghostbusters.Analyzers.Rules.GB8100;
using Ghostbusters.Analyzers.Rules.GB8200;
using Ghostbusters.Analyzers.Rules.GB9000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules;

/// <summary>All rules, linked statically: nothing is discovered or loaded at run time.</summary>
public static class RuleCatalog
{
    /// <summary>A new instance of every rule, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> CreateRules() =>
    [
        new VacuousAssertion(),
        new NoOracle(),
        new UnreachableAssertion(),
        new SwallowedTestFailure(),
        new SelfReferentialExpected(),
        new MockedSubject(),
        new UnawaitedAssertion(),
        new DisabledTest(),
        new NameClaimsMore(),
        new UnusedTheoryData(),
        new OverbroadTolerance(),
        new StubBody(),
        new ReachableNotImplemented(),
        new DeferralComment(),
        new SimulatedWork(),
        new DoneClaimOverStub(),
        new DeadFeature(),
        new EmptyHandler(),
        new ParameterIgnored(),
        new CatchReturnsSuccess(),
        new CatchReturnsDefault(),
        new EmptyCatch(),
        new LoggedThenSucceeded(),
        new SuccessBeforeEffect(),
        new UnobservedTask(),
        new IgnoredOutcome(),
        new RetryThatCannotRetry(),
        new FailureLoggedAsSuccess(),
        new PartialFailureHidden(),
        new HardCodedMetric(),
        new MockInProduction(),
        new TestSpecialCase(),
        new EnvironmentSniffing(),
        new ConstantHealth(),
        new EqualityGaming(),
        new RandomAsMeasure(),
        new PhantomMember(),
        new VerificationInNameOnly(),
        new VerificationResultUnused(),
        new SanitizerThatDoesNot(),
        new EncryptionInNameOnly(),
        new GuardAfterUse(),
        new AnonymousByDefault(),
        new SqlInjection(),
        new CommandInjection(),
        new PathTraversal(),
        new CrossSiteScripting(),
        new OpenRedirect(),
        new LdapInjection(),
        new XPathInjection(),
        new XmlExternalEntity(),
        new UnsafeDeserialization(),
        new ServerSideRequestForgery(),
        new LogInjection(),
        new ResponseSplitting(),
        new RegexInjection(),
        new CodeInjection(),
        new ExternalControlOfSetting(),
        new UntrustedSearchPath(),
        new XmlInjection(),
        new FormatString(),
        new ResourceExhaustion(),
        new ZipSlip(),
        new TrustBoundary(),
        new InformationExposure(),
        new WeakHash(),
        new WeakCipher(),
        new PredictableRandom(),
        new CertificateValidationDisabled(),
        new HardCodedSecret(),
        new TokenValidationDisabled(),
        new InsecureCookie(),
        new PermissiveCors(),
        new MissingAntiforgery(),
        new ObsoleteTls(),
        new WeakPasswordHash(),
        new StaticIvOrSalt(),
        new DebugExposed(),
        new InsecureTempFile(),
        new ClearTextTransport(),
        new BroadPermissions(),
        new UnsafeFormatter(),
        new MissingLockout(),
        new RegexWithoutLimit(),
        new UnrestrictedBinding(),
        new RequestValidationDisabled(),
        new SuppressionWithoutReason(),
        new SuppressionExpired(),
    ];

    /// <summary>What only a build runs: it tells there what the engine tells by itself.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> CreateBuildRules() => [new SettingNotRead(), new FlowCutShort()];

    /// <summary>The descriptor of every rule, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        [.. CreateRules().SelectMany(static rule => rule.SupportedDiagnostics).Distinct().OrderBy(static d => d.Id, StringComparer.Ordinal)];

    /// <summary>The descriptors of what the engine and `ghostbusters mutate` report, in the order of their ids: no rule raises them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> EngineDescriptors { get; } =
        [Rules.Descriptors.GB1012_PseudoTested, Rules.Descriptors.GB9003_NotAnalysed, Rules.Descriptors.GB9004_RuleFailed];
}
