using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class LdapInjectionTests
{
    // The package is not among the references of test code.
    private const string Directory = """
        namespace System.DirectoryServices
        {
            public class DirectoryEntry
            {
                private string? _path;

                public DirectoryEntry(string? path = null) => _path = path;

                public string? Path { get => _path; set => _path = value; }
            }

            public class DirectorySearcher
            {
                private string? _filter;

                public DirectorySearcher(string? filter = null) => _filter = filter;

                public string? Filter { get => _filter; set => _filter = value; }
            }
        }
        """;

    private static string Action(string body) => $$"""
        using System.DirectoryServices;
        using Microsoft.AspNetCore.Mvc;

        public class PeopleController(DirectorySearcher searcher) : ControllerBase
        {
            [HttpGet]
            public object? Find(string user, int id)
            {
                {{body}}
                return searcher;
            }
        }
        """;

    [Theory]
    [InlineData("[|searcher.Filter = \"(uid=\" + user + \")\"|];")]
    [InlineData("searcher = [|new DirectorySearcher($\"(&(objectClass=person)(cn={user}))\")|];")]
    [InlineData("return [|new DirectoryEntry(\"LDAP://example.org/CN=\" + user)|];")]
    public Task AQueryWithWhatARequestSays_Triggers(string body) => RuleTest.VerifyAsync<LdapInjection>(Action(body), Directory);

    [Theory]
    [InlineData("searcher.Filter = \"(employeeId=\" + id + \")\";")]
    [InlineData("if (!user.All(char.IsLetterOrDigit)) return null; searcher.Filter = \"(uid=\" + user + \")\";")]
    [InlineData("if (!System.Text.RegularExpressions.Regex.IsMatch(user, \"^[a-z0-9]+$\")) return null; searcher.Filter = \"(uid=\" + user + \")\";")]
    [InlineData("var kind = user switch { \"staff\" => \"person\", _ => \"group\" }; searcher.Filter = \"(objectClass=\" + kind + \")\";")]
    [InlineData("searcher.Filter = \"(uid=*)\"; return user;")]
    public Task AFixedQuery_DoesNotTrigger(string body) => RuleTest.VerifyAsync<LdapInjection>(Action(body), Directory);
}
