//@broken
using MailKit.Net.Smtp;
using MQTTnet.Client;
using System.ServiceModel.Security;

namespace Corpus.GB8204.Unbound;

public sealed class Mail
{
    public void Send()
    {
        using var client = new SmtpClient();
        client.ServerCertificateValidationCallback = (s, c, h, e) => true; //@true GB8204
    }

    public object Mqtt() => new MqttClientTlsOptions { AllowUntrustedCertificates = true }; //@true GB8204

    public object Strict() => new MqttClientTlsOptions { AllowUntrustedCertificates = false }; //@near GB8204

    public void Wcf(X509ServiceCertificateAuthentication authentication) => authentication.CertificateValidationMode = X509CertificateValidationMode.None; //@true GB8204

    public void WcfChecked(X509ServiceCertificateAuthentication authentication) => authentication.CertificateValidationMode = X509CertificateValidationMode.ChainTrust; //@near GB8204
}
