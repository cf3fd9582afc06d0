using System.Net;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Answers;

public class AnswerFlows(NetworkCredential login) : ControllerBase
{
    public List<IActionResult> Answers { get; } = [];

    private event Action<string>? SecretChanged;

    public void SecretEvent()
    {
        SecretChanged += text =>
        {
            Answers.Add(Ok(text)); //@true GB8122
        };
        SecretChanged?.Invoke(login.Password);
    }

    public void SecretIndexed()
    {
        var sheet = new SecretSheet();
        sheet["a"] = login.Password;
        Answers.Add(Ok(sheet["a"])); //@true GB8122
    }

    // Replaced on one way only.
    public void SecretSometimes(bool isTest)
    {
        var value = login.Password;
        if (isTest)
            value = "test";
        Answers.Add(Ok(value)); //@true GB8122
    }

    public void SecretCut()
    {
        var value = login.Password;
        Answers.Add(Ok(value.Substring(1))); //@true GB8122
    }

    public void SecretArray()
    {
        string[] values = ["none", login.Password];
        Answers.Add(Ok(values[^1])); //@true GB8122
    }

    private string SecretOrDefault(string? fallback = null) => fallback ?? login.Password;

    public void SecretFallback()
    {
        Answers.Add(Ok(SecretOrDefault())); //@true GB8122
    }

    public void SecretWrapped()
    {
        PassSecret(new SecretRequest { Body = login.Password });
    }

    private void PassSecret(SecretRequest request)
    {
        Answers.Add(Ok(request.Body)); //@true GB8122
    }

    // Trimming takes nothing out that matters.
    public void SecretTrimmed()
    {
        var value = login.Password;
        var trimmed = value.Trim();
        Answers.Add(Ok(trimmed)); //@true GB8122
    }

    private string _secret = "";

    public void SecretKept()
    {
        _secret = login.Password;
        UseSecret();
    }

    private void UseSecret()
    {
        Answers.Add(Ok(_secret)); //@true GB8122
    }

    public void SecretRecord()
    {
        var line = new SecretLine(login.Password, 3);
        Answers.Add(Ok(line.Name)); //@true GB8122
    }

    public void SecretPair()
    {
        var (kind, value) = ("plain", login.Password);
        Answers.Add(Ok(value)); //@true GB8122
    }

    public void SecretKeyed()
    {
        var values = new Dictionary<string, string> { ["fixed"] = "none", ["given"] = login.Password };
        Answers.Add(Ok(values["given"])); //@true GB8122
    }

    public void SecretListed()
    {
        var values = new List<string> { "none" };
        values.Add(login.Password);
        Answers.Add(Ok(values[1])); //@true GB8122
    }

    public void SecretMarked()
    {
        Func<string, string> mark = text => text + "x";
        Answers.Add(Ok(mark(login.Password))); //@true GB8122
    }

    public void SecretHanded()
    {
        Action<string> use = text =>
        {
            Answers.Add(Ok(text)); //@true GB8122
        };
        use(login.Password);
    }

    public async Task SecretAsync()
    {
        var value = await ReadSecretAsync();
        Answers.Add(Ok(value)); //@true GB8122
    }

    private async Task<string> ReadSecretAsync()
    {
        await Task.Yield();
        return login.Password;
    }
}

public class SecretSheet
{
    private readonly Dictionary<string, string> _cells = [];

    public string this[string name]
    {
        get => _cells[name];
        set => _cells[name] = value;
    }
}

public sealed class SecretRequest
{
    public required string Body { get; init; }
}

public record SecretLine(string Name, int Count);
