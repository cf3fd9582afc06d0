//@broken
using System.Net;
using Unknown.Library;

namespace Corpus.GB8210.Unbound;

public sealed class Sockets
{
    public void Open(UnknownClient client) => client.SslProtocols = System.Security.Authentication.SslProtocols.Tls11; //@true GB8210

    public void OpenModern(UnknownClient client) => client.SslProtocols = System.Security.Authentication.SslProtocols.Tls13; //@near GB8210
}
