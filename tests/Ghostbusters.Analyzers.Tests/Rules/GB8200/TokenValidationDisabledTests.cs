using Ghostbusters.Analyzers.Rules.GB8200;
using Ghostbusters.CodeFixes.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class TokenValidationDisabledTests
{
    private const string Usings = "namespace Microsoft.IdentityModel.Tokens { public class TokenValidationParameters { public bool ValidateLifetime { get; set; } public bool RequireSignedTokens { get; set; } public bool ValidateIssuer { get; set; } public Func<string, object, object>? SignatureValidator { get; set; } } } namespace System.IdentityModel.Tokens.Jwt { public class JwtSecurityToken(string t) { public string T = t; } } namespace N { using Microsoft.IdentityModel.Tokens; using System.IdentityModel.Tokens.Jwt; ";

    [Theory]
    [InlineData("object M() => new TokenValidationParameters { [|ValidateLifetime = false|] };")]
    [InlineData("void M(TokenValidationParameters p) { [|p.RequireSignedTokens = false|]; }")]
    [InlineData("object M() => new TokenValidationParameters { [|SignatureValidator = (t, _) => new JwtSecurityToken(t)|] };")]
    [InlineData("const bool No = false; object M() => new TokenValidationParameters { [|ValidateLifetime = No|] };")]
    public Task Misuse_Triggers(string member) => RuleTest.VerifyAsync<TokenValidationDisabled>($"{Usings}class C {{ {member} }} }}");

    [Theory]
    [InlineData("object M() => new TokenValidationParameters { ValidateLifetime = true };")]
    [InlineData("object M() => new TokenValidationParameters { ValidateIssuer = false };")]
    [InlineData("object FromExpired() => new TokenValidationParameters { ValidateLifetime = false };")]
    [InlineData("object M(bool v) => new TokenValidationParameters { ValidateLifetime = v };")]
    [InlineData("object M(Func<string, object> verify) => new TokenValidationParameters { SignatureValidator = (t, _) => verify(t) };")]
    [InlineData("bool ValidateLifetime; void M() => ValidateLifetime = false;")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<TokenValidationDisabled>($"{Usings}class C {{ {member} }} }}");

    [Fact]
    public Task UnboundParameters_Trigger() => RuleTest.VerifyBrokenAsync<TokenValidationDisabled>("""
        using Microsoft.IdentityModel.Tokens;
        class C { object M() => new TokenValidationParameters { [|RequireSignedTokens = false|], ValidateIssuer = false }; }
        """);

    [Fact]
    public Task Repair_SwitchesTheCheckOn() => RepairTest.VerifyAsync<TokenValidationDisabled, TokenValidationRepair>(
        Usings + "class C { object M() => new TokenValidationParameters { ValidateLifetime = false }; } }",
        Usings + "class C { object M() => new TokenValidationParameters { ValidateLifetime = true }; } }");

    [Fact]
    public Task Repair_OfAConstant_IsNotOffered() => RepairTest.VerifyNotOfferedAsync<TokenValidationDisabled, TokenValidationRepair>(
        Usings + "class C { const bool No = false; object M() => new TokenValidationParameters { ValidateLifetime = No }; } }");
}
