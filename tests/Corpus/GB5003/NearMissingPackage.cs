//@broken
using Vendor.Extensions;

namespace Corpus.GB5003.NearMissingPackage;

// The package that is not there may well bring all of these.
public sealed class Startup
{
    public void Register(List<string> services) => services.AddRanges(["a"]); //@near GB5003

    public object Shuffled(IEnumerable<int> numbers) => numbers.Selects(n => n); //@near GB5003

    public object Created() => new JsonSerializers(); //@near GB5003

    public object Bare(int count) => Counts; //@near GB5003

    public object More(string text) => text.Substring(1, 2, 3); //@near GB5003

    public object Type() => typeof(StringBuilders); //@near GB5003

    public object Static() => StringBuilder.Default; //@near GB5003
}
