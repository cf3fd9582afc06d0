using System.Globalization;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;
using Wire = Amazon.DynamoDBv2.Model.AttributeValue;

namespace Ghostbusters.Functions.Aws.Dynamo;

/// <summary>Writes as update expressions: each raises the version in the same request.</summary>
internal sealed class DynamoUpdate
{
    private readonly List<string> _set = [];
    private readonly List<string> _remove = [];
    private readonly ExpressionBuilder _expression;

    private DynamoUpdate(ExpressionBuilder expression, DateTimeOffset now)
    {
        _expression = expression;
        var version = expression.Name(DynamoLayout.Version);
        var before = expression.Value(DynamoValue.Number(ItemVersions.First(now) - 1));
        _set.Add($"{version} = if_not_exists({version}, {before}) + {expression.Value(DynamoValue.Number(1))}");
    }

    /// <summary>Replaces an item whole.</summary>
    public static string Replace(ExpressionBuilder expression, TenantId tenant, ItemDraft item, DateTimeOffset now)
    {
        var update = new DynamoUpdate(expression, now);
        update.Place(DynamoLayout.Attributes, DynamoValue.Write(item.Attributes));
        foreach (var (name, value) in DynamoItem.Places(tenant, item)) update.Place(name, value);
        return update.Text;
    }

    /// <summary>Changes what is named.</summary>
    public static string Change(ExpressionBuilder expression, TenantId tenant, ItemKey key, ItemChange change, DateTimeOffset now)
    {
        var update = new DynamoUpdate(expression, now);
        foreach (var (name, value) in change.Set) update._set.Add($"{expression.Attribute(name)} = {expression.Value(DynamoValue.Write(value))}");
        foreach (var name in change.Remove) update._remove.Add(expression.Attribute(name));
        foreach (var (name, amount) in change.Add) update.Add(name, amount);
        var places = DynamoItem.Places(tenant, new ItemDraft(key, AttributeMap.Empty)
        {
            Index1 = change.Index1.To,
            Index2 = change.Index2.To,
            ExpiresAt = change.ExpiresAt.To,
            PendingSince = change.PendingSince.To,
        });
        foreach (var (name, value) in places)
            if (Changes(change, name)) update.Place(name, value);
        return update.Text;
    }

    private string Text => "SET " + string.Join(", ", _set) + (_remove.Count == 0 ? "" : " REMOVE " + string.Join(", ", _remove));

    private void Add(string name, decimal amount)
    {
        var attribute = _expression.Attribute(name);
        var value = new Wire { N = amount.ToString(CultureInfo.InvariantCulture) };
        _set.Add($"{attribute} = if_not_exists({attribute}, {_expression.Value(DynamoValue.Number(0))}) + {_expression.Value(value)}");
    }

    private void Place(string name, Wire? value)
    {
        if (value is null) _remove.Add(_expression.Name(name));
        else _set.Add($"{_expression.Name(name)} = {_expression.Value(value)}");
    }

    private static bool Changes(ItemChange change, string name) => name switch
    {
        DynamoLayout.Index1Partition or DynamoLayout.Index1Sort => change.Index1.Changes,
        DynamoLayout.Index2Partition or DynamoLayout.Index2Sort => change.Index2.Changes,
        DynamoLayout.Expires => change.ExpiresAt.Changes,
        _ => change.PendingSince.Changes,
    };
}
