namespace Ghostbusters.Functions.Annotations;

/// <summary>
/// This function asks hosts that are not AWS's: it trusts the authorities of its system. Every other function trusts Amazon's only, whose
/// bundle is packed with it and loads faster.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GoesOutAttribute : Attribute;
