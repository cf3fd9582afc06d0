using System.Security.Cryptography;

namespace Corpus.GB8203.Near;

public sealed class Chances
{
    private readonly Random _random = new();

    public async Task RetryAsync(Func<string, Task> send, string token)
    {
        await Task.Delay(_random.Next(100, 500)); //@near GB8203
        await send(token);
    }

    public T[] Shuffle<T>(T[] secrets)
    {
        for (var i = secrets.Length - 1; i > 0; i--)
        {
            var j = _random.Next(i + 1); //@near GB8203
            (secrets[i], secrets[j]) = (secrets[j], secrets[i]);
        }

        return secrets;
    }

    public int Dice() => _random.Next(1, 7); //@near GB8203

    public string Greeting(string[] greetings) => greetings[_random.Next(greetings.Length)]; //@near GB8203

    // The token is the caller's; the number beside it is none.
    public object Server(string accessToken) => new Registered { AccessToken = accessToken, Id = _random.Next() }; //@near GB8203

    public int Port() => _random.Next(20000, 40000); //@near GB8203

    public TKey RandomKey<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> map)
        where TKey : notnull => map.Keys.ElementAt(_random.Next(map.Count)); //@near GB8203

    public double Noise() => _random.NextDouble() - 0.5; //@near GB8203

    public string FileName() => $"upload-{_random.Next()}.tmp"; //@near GB8203

    public TimeSpan TokenLifetime() => TimeSpan.FromMinutes(55 + _random.Next(5)); //@near GB8203
}

public sealed class Secure
{
    public string Token() => Convert.ToHexString(RandomNumberGenerator.GetBytes(32)); //@near GB8203

    public string Otp() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6"); //@near GB8203

    public byte[] Salt()
    {
        var salt = new byte[16];
        RandomNumberGenerator.Fill(salt); //@near GB8203
        return salt;
    }

    public string Password(int length) => RandomNumberGenerator.GetString("abcdefgh234567", length); //@near GB8203
}

/// <summary>Draws from a safe source under an old name.</summary>
public sealed class SafeRandom : Random
{
    public override int Next(int maxValue) => RandomNumberGenerator.GetInt32(maxValue);
}

public sealed class Passwords(SafeRandom random)
{
    public int PasswordDigit() => random.Next(10); //@near GB8203
}

public sealed class FakeUsers
{
    public string Password() => "p" + Random.Shared.Next(); //@near GB8203
}

public sealed class Lexer
{
    public int SkipTokens(int most) => Random.Shared.Next(most); //@near GB8203
}

public sealed class Simulation
{
    public string SessionIdOfVisitor() => Random.Shared.Next().ToString(); //@near GB8203
}

public sealed class SamplingProfiler
{
    public bool IsSampled(string sessionId) => sessionId.Length > 0 && Random.Shared.NextDouble() < 0.01; //@near GB8203
}

public sealed class Servers(string[] hosts)
{
    public string Choose() => hosts[Random.Shared.Next(hosts.Length)]; //@near GB8203

    public int CacheMinutes(int least) => least + Random.Shared.Next(10); //@near GB8203

    public async Task WaitAsync(CancellationToken cancellationToken) => await Task.Delay(Random.Shared.Next(50), cancellationToken); //@near GB8203
}

public sealed class Maps
{
    public byte[] Noise(int size)
    {
        var pixels = new byte[size];
        Random.Shared.NextBytes(pixels); //@near GB8203
        return pixels;
    }

    public int PrimaryKey() => Random.Shared.Next(); //@near GB8203

    public string OrderNumber() => DateTime.UtcNow.Year + "-" + Random.Shared.Next(100000); //@near GB8203

    public int SaltLevelOfSea() => Random.Shared.Next(30, 40); //@near GB8203
}

public sealed class LoadTest
{
    public string AccessToken() => "load-" + Random.Shared.Next(); //@near GB8203
}

public sealed class Gateways(string[] urls)
{
    public async Task<string> LoginAsync(Func<string, string, string, Task<string>> send, string user, string password)
    {
        var url = urls[Random.Shared.Next(urls.Length)]; //@near GB8203
        var answer = await send(url, user, password);
        return answer;
    }

    public sealed class OAuth1Header
    {
        public string Nonce() => Random.Shared.Next(123400, 9999999).ToString(); //@near GB8203
    }
}

public sealed class Registered
{
    public string AccessToken { get; set; } = "";

    public int Id { get; set; }
}
