using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.IamPolicies;

namespace Ghostbusters.Infra.Tests.Policies;

/// <summary>The judge of policies, judged by cases that AWS's documentation decides.</summary>
public class PolicyTests
{
    private const string Table = "arn:aws:dynamodb:eu-central-1:123456789012:table/analysis";

    [Theory]
    [InlineData("dynamodb:GetItem", Table, true)]
    [InlineData("DynamoDB:getitem", Table, true)] // Actions have no case.
    [InlineData("dynamodb:GetItem", Table + "/index/GSI1", false)] // An index is another resource.
    [InlineData("dynamodb:PutItem", Table, false)]
    [InlineData("s3:GetObject", "arn:aws:s3:::blobs/ada/x", true)]
    [InlineData("s3:GetObject", "arn:aws:s3:::blobs", false)]
    [InlineData("s3:GetObject", "arn:aws:s3:::blobs/secret/x", false)] // Denied wins.
    [InlineData("sqs:SendMessage", "arn:aws:sqs:eu-central-1:123456789012:q1", true)]
    [InlineData("sqs:SendMessage", "arn:aws:sqs:eu-central-1:123456789012:q12", false)]
    public void ARequest_IsDecidedAsIamDoes(string action, string resource, bool isAllowed)
    {
        var policy = Policy.Parse($$"""
            {"Version":"2012-10-17","Statement":[
              {"Sid":"Read","Effect":"Allow","Action":["dynamodb:GetItem"],"Resource":["{{Table}}"]},
              {"Sid":"Blobs","Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::blobs/*"},
              {"Sid":"Never","Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::blobs/secret/*"},
              {"Sid":"Send","Effect":"Allow","Action":"sqs:SendMessage","Resource":"arn:aws:sqs:*:123456789012:q?"}]}
            """);
        Assert.Equal(isAllowed, policy.Allows(new Request(action, resource)));
    }

    [Theory]
    [InlineData("ghostbusters", true)]
    [InlineData("other", false)]
    [InlineData(null, false)]
    public void ACondition_MustHold(string? ns, bool isAllowed)
    {
        var policy = Policy.Parse("""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"cloudwatch:PutMetricData","Resource":"*","Condition":{"StringEquals":{"cloudwatch:namespace":["ghostbusters","gb"]}}}]}
            """);
        var context = ns is null ? null : new Dictionary<string, string> { ["cloudwatch:namespace"] = ns };
        Assert.Equal(isAllowed, policy.Allows(new Request("cloudwatch:PutMetricData", "*", context)));
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","NotAction":"s3:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"s3:*","NotResource":"*"}""")]
    [InlineData("""{"Effect":"Maybe","Action":"s3:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"NumericLessThan":{"s3:max-keys":"10"}}}""")]
    public void WhatIsNotUnderstood_IsNotDecided(string statement) =>
        Assert.Throws<NotSupportedException>(() => Policy.Parse($$"""{"Version":"2012-10-17","Statement":[{{statement}}]}"""));

    /// <summary>Beside another way to the same answer, on short words of few letters, where stars meet often.</summary>
    [Fact]
    public void APattern_MatchesAsTheExpressionThatItMeans()
    {
        var words = Gen.Elements("a", "b", "*", "?").ListOf().Select(static l => string.Concat(l.Take(6)));
        var texts = Gen.Elements("a", "b").ListOf().Select(static l => string.Concat(l.Take(8)));
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Zip(words, texts).ToArbitrary(), static pair =>
        {
            var (pattern, text) = (pair.Item1, pair.Item2);
            var policy = Policy.Parse($$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"x:y","Resource":"r{{pattern}}"}]}""");
            var expected = Regex.IsMatch(text, "^" + Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal) + "$");
            return policy.Allows(new Request("x:y", "r" + text)) == expected;
        }));
    }
}
