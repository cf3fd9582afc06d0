namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Runs once before the loop; the loop starts only if it returns true.</summary>
public delegate Task<bool> LambdaBootstrapInitializer();
