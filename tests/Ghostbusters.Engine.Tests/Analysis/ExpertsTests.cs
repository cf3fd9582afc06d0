using Ghostbusters.Analyzers.Rules;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.TeamRules;

namespace Ghostbusters.Engine.Tests.Analysis;

public class ExpertsTests
{
    [Fact]
    public void EveryRule_BelongsToAnExpert()
    {
        var known = Experts.All(TeamRuleSet.Empty).SelectMany(static e => e.RuleIds).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(RuleCatalog.Descriptors, d => !known.Contains(d.Id));
    }

    [Fact]
    public void AnExpertWithoutRules_IsNotOffered()
    {
        Assert.DoesNotContain(Experts.All(TeamRuleSet.Empty), static e => e.RuleIds.IsEmpty);
        var error = Assert.Throws<ConfigurationException>(static () => Experts.RulesOf(["healthcare"], TeamRuleSet.Empty));
        Assert.Contains("There are: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("security", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExpertsAndAList_NarrowEachOther()
    {
        var selection = RuleSelection.Of(TeamRuleSet.Empty, "GB1,GB8,-GB1002", ["test"]);
        Assert.True(selection.Contains("GB1001"));
        Assert.False(selection.Contains("GB1002"));
        Assert.False(selection.Contains("GB8205"));
        Assert.False(selection.Contains("GB3003"));
        Assert.True(selection.Everything.Contains("GB8205"));
    }

    [Fact]
    public void SeveralExperts_AddUp()
    {
        var selection = RuleSelection.Of(TeamRuleSet.Empty, null, ["Test", "security"]);
        Assert.True(selection.Contains("GB1001") && selection.Contains("GB8205"));
        Assert.False(selection.Contains("GB3003"));
    }
}
