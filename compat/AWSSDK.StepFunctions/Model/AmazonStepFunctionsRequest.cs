using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>What requests to the service have in common.</summary>
public class AmazonStepFunctionsRequest : AmazonWebServiceRequest;
