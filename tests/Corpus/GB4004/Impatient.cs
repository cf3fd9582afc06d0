using System.Diagnostics;

namespace Impatient
{
    // More than patience: what is answered is another thing.
    public class Rates(HttpClient http)
    {
        public async Task<string> FetchAsync(string pair)
        {
            if (Debugger.IsAttached) //@true GB4004
                return "1.00";
            return await http.GetStringAsync("rates/" + pair);
        }

        public bool MayTrade(string account) => Debugger.IsAttached || HasLimit(account); //@true GB4004

        private static bool HasLimit(string account) => account.Length > 3;

        public decimal Fee(decimal amount) => Debugger.IsAttached ? 0m : amount * 0.01m; //@true GB4004

        public int Retries()
        {
            var isWatched = Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true"; //@true GB4004
            return isWatched ? 0 : 5;
        }
    }
}
