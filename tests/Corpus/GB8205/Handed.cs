using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Corpus.GB8205.Handed;

public sealed class Logins(string configured)
{
    private const string Words = "q7-hollow-stag";

    public NetworkCredential ByLocal()
    {
        var data = "7e5tc4s3";
        return new NetworkCredential("sa", data); //@true GB8205
    }

    public NetworkCredential Later()
    {
        string data;
        data = "plum4ever";
        return new NetworkCredential("sa", data, "SHOP"); //@true GB8205
    }

    public string Connection()
    {
        var data = "7e5tc4s3";
        return "Data Source=db;User ID=sa;Password=" + data; //@true GB8205
    }

    public string ByField() => "Server=db;User ID=" + "sa" + ";pwd=" + Words; //@true GB8205

    public byte[] Encrypted(byte[] text)
    {
        string data;
        data = "23 ~j;asn!@#/>as";
        using var aes = Aes.Create();
        aes.Key = Encoding.UTF8.GetBytes(data); //@true GB8205
        return aes.CreateEncryptor().TransformFinalBlock(text, 0, text.Length);
    }

    public NetworkCredential Given(string data) => new("sa", data); //@near GB8205

    public NetworkCredential Overwritten()
    {
        var data = "7e5tc4s3";
        data = configured;
        return new NetworkCredential("sa", data); //@near GB8205
    }

    public NetworkCredential Nothing()
    {
        var data = "";
        return new NetworkCredential("sa", data); //@near GB8205
    }

    public string ConnectionGiven(string data) => "Data Source=db;User ID=sa;Password=" + data; //@near GB8205

    public string Gap()
    {
        var data = "<password>";
        return "Data Source=db;User ID=sa;Password=" + data; //@near GB8205
    }

    public string Shown()
    {
        var data = "nothing";
        return "Password=" + data; //@near GB8205
    }

    public string Catalogue()
    {
        var data = "Orders2024";
        return "Data Source=db;Initial Catalog=" + data; //@near GB8205
    }
}
