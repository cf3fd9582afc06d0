using Xunit;

namespace Corpus.GB1002.SoundsModest;

public class Ledger
{
    public int Sum { get; private set; }

    public void Post(int amount) => Sum += amount;
}

// Words that say "does not fail" of something else than the test.
public class LedgerTests
{
    [Fact]
    public void APosting_ChangesNothingElse() => new Ledger().Post(1); //@true GB1002

    [Fact]
    public void ALedger_ThatIsNotOpen_FailsAtOnce() => new Ledger().Post(1); //@true GB1002

    [Fact]
    public void TheCompilation_OfPostings_IsOrdered() => new Ledger().Post(1); //@true GB1002

    [Fact]
    public void AnIdempotencyKey_NamesOnePosting() => new Ledger().Post(1); //@true GB1002

    [Fact]
    public void Post_DoesNothing_WithoutAmount() => new Ledger().Post(0); //@near GB1002

    [Fact]
    public void post_does_not_throw_without_amount() => new Ledger().Post(0); //@near GB1002

    [Fact]
    public void Postings_AreIdempotent() => new Ledger().Post(1); //@near GB1002
}
