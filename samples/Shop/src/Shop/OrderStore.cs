using System.Text.Json;

namespace Shop;

public sealed class OrderStore(string folder)
{
    public async Task SaveAsync(Order order)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(PathOf(order.Id), JsonSerializer.Serialize(order));
        File.AppendAllTextAsync(Path.Combine(folder, "audit.log"), $"saved {order.Id}\n");
    }

    public Order? Find(string id)
    {
        try
        {
            return JsonSerializer.Deserialize<Order>(File.ReadAllText(PathOf(id)));
        }
        catch
        {
        }

        return null;
    }

    private string PathOf(string id) => Path.Combine(folder, $"{id}.json");
}
