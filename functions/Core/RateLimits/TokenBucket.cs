namespace Ghostbusters.Functions.RateLimits;

/// <summary>The arithmetic of a bucket: exact, and without a clock of its own.</summary>
/// <param name="Tokens">Tokens at <paramref name="At"/>.</param>
/// <param name="At">When it was last looked at.</param>
internal readonly record struct TokenBucket(decimal Tokens, DateTimeOffset At)
{
    public static TokenBucket Full(RateLimit limit, DateTimeOffset now) => new(limit.Capacity, now);

    /// <summary>The bucket at a later time. A clock that steps back takes no tokens away and gives none twice.</summary>
    public TokenBucket Refilled(RateLimit limit, DateTimeOffset now)
    {
        if (now <= At) return this;
        var grown = Tokens + limit.PerSecond * (decimal)(now - At).TotalMilliseconds / 1000m;
        return new TokenBucket(Math.Min(limit.Capacity, decimal.Round(grown, 6, MidpointRounding.ToZero)), now);
    }

    public bool HasToken => Tokens >= 1;

    /// <summary>Whole tokens; none where a step back of the clock left less than none.</summary>
    public int Whole => (int)Math.Max(0, decimal.Truncate(Tokens));

    public TokenBucket Taken(int count) => this with { Tokens = Tokens - count };

    /// <summary>How long until there is a token, rounded up to a millisecond.</summary>
    public TimeSpan UntilToken(RateLimit limit) =>
        HasToken ? TimeSpan.Zero : TimeSpan.FromMilliseconds((double)Math.Ceiling((1 - Tokens) / limit.PerSecond * 1000m));

    /// <summary>When it is full, so that no record of it is needed.</summary>
    public DateTimeOffset FullAt(RateLimit limit) =>
        At + TimeSpan.FromSeconds((double)Math.Ceiling((limit.Capacity - Tokens) / limit.PerSecond) + 1);
}
