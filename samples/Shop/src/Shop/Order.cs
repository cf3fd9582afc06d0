namespace Shop;

public sealed record OrderLine(string Sku, int Quantity, decimal Price);

public sealed record Order(string Id, string Country, IReadOnlyList<OrderLine> Lines)
{
    public decimal Subtotal => Lines.Sum(line => line.Quantity * line.Price);
}
