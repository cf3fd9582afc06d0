using System.Globalization;
using System.Reflection;
using Ghostbusters.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Promises;

/// <summary>Every promise is tested: by the class of its number here, or where the table says, next to what keeps it.</summary>
public class PromiseTableTests
{
    private const int Last = 44;

    private static readonly (string Promise, string File, string[] Tests)[] Elsewhere =
    [
        ("P23", "Ghostbusters.Engine.Tests/Files/ArchiveTreeTests.cs", ["ANameThatLeadsElsewhere_IsRefused", "TwoEntriesOfOneName_KeepTheFirst", "NamesThatOnlyADiskWouldFold_AreTwoFiles", "LinksInATar_AreRefused", "ALinkInAZip_IsRefused", "DamagedBytes_NeverThrowAnythingElse"]),
        ("P24", "Ghostbusters.Engine.Tests/Files/ArchiveTreeTests.cs", ["AZipThatLiesAboutASize_IsStoppedByWhatInflates", "AGzipBomb_EndsAtTheRatio", "AMillionEntries_EndAtTheLimitInLittleMemory", "TotalBytes_AreLimitedForEntriesThatAreNotKept", "KeptBytes_AreLimited"]),
        ("P26", "Ghostbusters.Engine.Tests/Analysis/HostileSourceTests.cs", ["ABadFile_NeverHidesTheOthers", "WhatCouldNotBeRead_MakesTheResultPartial"]),
        ("P26", "Ghostbusters.Engine.Tests/Loading/HostileSourceTests.cs", ["AnySource_LeavesTheOthersAnalysed", "AFileOverTheLimit_IsLeftOutWithTheLimitNamed"]),
        ("P35", "Ghostbusters.Infra.Tests/Policies/LeastPrivilegeTests.cs", ["EachFunction_MayDoWhatItDoes_AndNothingElse"]),
        ("P35", "Ghostbusters.Infra.Tests/ChecklistTests.cs", ["TheStack_Keeps", "WhatBreaksIt_IsFound"]),
        ("P42", "Ghostbusters.Analyzers.Tests/Findings/FingerprintTests.cs", ["EditsThatChangeNoTokenOfTheMember_KeepEveryIdentity", "EqualFindingsInAMember_AreDistinct", "ChangedExpression_ChangesIdentity"]),
        ("P42", "Ghostbusters.Engine.Tests/Analysis/DeterminismTests.cs", ["TwoRoots_GiveTheSameBytes", "LineEnds_DoNotMatterToIdentity"]),
        ("P43", "Ghostbusters.Engine.Tests/Analysis/RepairPromiseTests.cs", ["EveryOfferedRepair_TakesItsFindingAlone_AndKeepsEveryComment", "MendingAll_IsMendingOneByOne_AndMendingAgainChangesNothing", "Repair_KeepsTheFormOfTheFile"]),
        ("P44", "Ghostbusters.Analyzers.Tests/Corpus/PublishedNumbersTests.cs", ["Precision_IsAsPublished", "EveryPage_ShowsItsNumbers"]),
        ("P44", "Ghostbusters.Engine.Tests/Injection/RecallTests.cs", ["InjectedDelusions_AreFound"]),
    ];

    private static readonly string[] Numbers = [.. Enumerable.Range(1, Last).Select(static number => "P" + number.ToString("00", CultureInfo.InvariantCulture))];

    public static TheoryData<string> Promises => [.. Numbers];

    [Theory]
    [MemberData(nameof(Promises))]
    public void APromise_IsTested(string promise)
    {
        var rows = Elsewhere.Where(row => row.Promise == promise).ToList();
        var own = typeof(PromiseTableTests).Assembly.GetType("Ghostbusters.Promises." + promise);
        Assert.True(own is null == rows.Count > 0, "It has a class here, or rows in the table, and not both.");
        if (own is not null) Assert.Contains(own.GetMethods(), static method => method.GetCustomAttributes<FactAttribute>().Any(static fact => fact.Skip is null));
        foreach (var (_, file, tests) in rows) Assert.Empty(tests.Except(TestsIn(Repository.PathOf("tests/" + file)), StringComparer.Ordinal));
    }

    [Fact]
    public void TheTable_NamesPromises() => Assert.Empty(Elsewhere.Select(static row => row.Promise).Except(Numbers));

    /// <summary>The tests of a file that run: facts and theories that are not skipped.</summary>
    private static IEnumerable<string> TestsIn(string file) => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        .Where(static method => method.AttributeLists.SelectMany(static list => list.Attributes)
            .Any(static attribute => attribute.Name.ToString() is "Fact" or "Theory" && attribute.ArgumentList?.Arguments.Any(static argument => argument.NameEquals?.Name.Identifier.Text == "Skip") != true))
        .Select(static method => method.Identifier.Text);
}
