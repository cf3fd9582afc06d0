#nullable enable
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Ghostbusters.Compat;

/// <summary>Makes a request to a service of an operation's parameters.</summary>
internal sealed class RequestWriter<TRequest>(string service, Action<TRequest, IRequest> write) : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        IRequest request = new DefaultRequest(input, service);
        write((TRequest)input, request);
        return request;
    }
}
