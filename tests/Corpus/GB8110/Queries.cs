using Microsoft.AspNetCore.Mvc;

namespace Shop.Queries;

public class HeadendsController(HttpClient client) : ControllerBase
{
    private const string Api = "https://listings.example/v1";

    // The second text stands behind a host that is fixed just as the first one does.
    public Task<string> Find(string country, string place) => client.GetStringAsync(Api + "/headends?country=" + country + "&place=" + place); //@near GB8110

    public Task<string> FindOf(string host, string place) => client.GetStringAsync("https://" + host + "/headends?place=" + place); //@true GB8110
}
