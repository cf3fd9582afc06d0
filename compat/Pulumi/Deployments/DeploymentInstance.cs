namespace Pulumi;

/// <summary>What a program can ask of its run.</summary>
public sealed class DeploymentInstance
{
    private readonly Deployment _deployment;

    internal DeploymentInstance(Deployment deployment) => _deployment = deployment;

    public string StackName => _deployment.StackName;

    public string ProjectName => _deployment.ProjectName;

    public string OrganizationName => _deployment.OrganizationName;

    public string RootDirectory => _deployment.RootDirectory;

    /// <summary>True: a preview, in which what only a deployment tells is unknown.</summary>
    public bool IsDryRun => _deployment.IsPreview;

    /// <summary>Calls a provider's function.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) => new(_deployment.InvokeAsync<T>(token, args, options));

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        options.DependsOn.Apply(_ => new Output<T>(_deployment.InvokeAsync<T>(token, args, options)));

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        (await _deployment.InvokeAsync<T>(token, args, options).ConfigureAwait(false)).Value;

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public async Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) =>
        await _deployment.InvokeAsync<object>(token, args, options).ConfigureAwait(false);
}
