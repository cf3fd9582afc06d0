namespace Amazon.Lambda.Core;

/// <summary>What a client of the AWS Mobile SDK sends along; null members where it sent nothing.</summary>
public interface IClientContext
{
    IDictionary<string, string> Environment { get; }

    IClientApplication Client { get; }

    IDictionary<string, string> Custom { get; }
}
