using System.Globalization;
using Ghostbusters.Infra.Settings;
using Pulumi;
using Pulumi.Aws.Budgets;
using Pulumi.Aws.Budgets.Inputs;

namespace Ghostbusters.Infra.Watching;

/// <summary>
/// Says by mail when the account's month becomes dear: at 80 % of the budget, and when it will be used up. Of the account and not of
/// the stack, because a filter by tag says nothing until somebody activates the tag for billing.
/// </summary>
public sealed class MonthlyBudget : ComponentResource
{
    public MonthlyBudget(string name, StackSettings settings, ComponentResourceOptions? options = null)
        : base("ghostbusters:infra:MonthlyBudget", name, options)
    {
        _ = new Budget(name, new BudgetArgs
        {
            Name = settings.Names.Of(name),
            BudgetType = "COST",
            LimitAmount = settings.MonthlyBudget.ToString(CultureInfo.InvariantCulture),
            LimitUnit = "USD",
            TimeUnit = "MONTHLY",
            Notifications = [At(settings, 80, "ACTUAL"), At(settings, 100, "FORECASTED")],
            Tags = settings.Names.Tags,
        }, new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }

    private static BudgetNotificationArgs At(StackSettings settings, int percent, string kind) => new()
    {
        ComparisonOperator = "GREATER_THAN",
        Threshold = percent,
        ThresholdType = "PERCENTAGE",
        NotificationType = kind,
        SubscriberEmailAddresses = [.. settings.AlarmEmails],
    };
}
