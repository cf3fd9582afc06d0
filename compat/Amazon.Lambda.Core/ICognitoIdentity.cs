namespace Amazon.Lambda.Core;

/// <summary>The Amazon Cognito identity that invoked the function; null members where there was none.</summary>
public interface ICognitoIdentity
{
    string IdentityId { get; }

    string IdentityPoolId { get; }
}
