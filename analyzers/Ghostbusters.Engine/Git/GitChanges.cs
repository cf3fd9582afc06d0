using Ghostbusters.Engine.Diff;
namespace Ghostbusters.Engine.Git;
public static class GitChanges { public static ChangedLines Since(string a, string b) => throw new ConfigurationException("tmp"); }
