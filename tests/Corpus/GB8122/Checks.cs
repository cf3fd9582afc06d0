using System.Net;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Answers;

public class AnswerChecks(NetworkCredential login) : ControllerBase
{
    public List<IActionResult> Answers { get; } = [];

    public void SecretOtherIndex()
    {
        string[] values = ["hidden", login.Password];
        Answers.Add(Ok(values[0])); //@near GB8122
    }

    private string _secretState = "";

    public void SecretReset()
    {
        _secretState = login.Password;
        ClearSecret();
        Answers.Add(Ok(_secretState)); //@near GB8122
    }

    private void ClearSecret() => _secretState = "hidden";

    public void SecretFixed()
    {
        ISecretLabel label = new FixedSecretLabel();
        Answers.Add(Ok(label.For(login.Password))); //@near GB8122
    }

    public void SecretCounted()
    {
        Func<string, string> kind = text => text.Length == 0 ? "hidden" : "shown";
        Answers.Add(Ok(kind(login.Password))); //@near GB8122
    }

    public void SecretCleared()
    {
        var text = new System.Text.StringBuilder(login.Password);
        text.Clear();
        text.Append("hidden");
        Answers.Add(Ok(text.ToString())); //@near GB8122
    }

    public void SecretFirstOut()
    {
        var waiting = new Queue<string>();
        waiting.Enqueue("hidden");
        waiting.Enqueue(login.Password);
        Answers.Add(Ok(waiting.Dequeue())); //@near GB8122
    }

    public void SecretOutFixed()
    {
        NameSecret(login.Password, out var value);
        Answers.Add(Ok(value)); //@near GB8122
    }

    private static void NameSecret(string text, out string value) => value = text.Length > 5 ? "hidden" : "shown";

    public void SecretYesNo()
    {
        var value = login.Password == "1" ? "hidden" : "shown";
        Answers.Add(Ok(value)); //@near GB8122
    }

    public void SecretHashed()
    {
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(login.Password));
        Answers.Add(Ok(Convert.ToHexString(hash))); //@near GB8122
    }

    private static readonly string[] AllSecret = ["hidden", "shown"];

    public void SecretFound()
    {
        var wanted = login.Password;
        var value = AllSecret.FirstOrDefault(known => known == wanted) ?? "hidden";
        Answers.Add(Ok(value)); //@near GB8122
    }

    public void SecretTyped()
    {
        object given = 5;
        if (login.Password.Length > 0 && given is string text)
            SeenSecretTexts.Add(text);
        Answers.Add(Ok("hidden")); //@near GB8122
    }

    public List<string> SeenSecretTexts { get; } = [];

    public void SecretLocalFixed()
    {
        var value = login.Password;
        var isLong = value.Length > 10;
        Use();

        void Use()
        {
            Answers.Add(Ok((isLong ? "hidden" : "shown"))); //@near GB8122
        }
    }

    public void SecretWithFixed()
    {
        var given = new SecretEntry(login.Password);
        var changed = given with { Name = "hidden" };
        Answers.Add(Ok(changed.Name)); //@near GB8122
    }

    public void SecretReplaced()
    {
        var value = login.Password;
        if (value.Length > 0)
            SeenSecret++;
        value = "hidden";
        Answers.Add(Ok(value)); //@near GB8122
    }

    public int SeenSecret { get; private set; }

    private const bool ShowsSecret = false;

    public void SecretNever()
    {
        var value = ShowsSecret ? login.Password : "hidden";
        Answers.Add(Ok(value)); //@near GB8122
    }

    public void SecretOtherField()
    {
        var line = new SecretNote(login.Password, "hidden");
        Answers.Add(Ok(line.Kind)); //@near GB8122
    }
}

public interface ISecretLabel
{
    string For(string text);
}

public class FixedSecretLabel : ISecretLabel
{
    public string For(string text) => text.Length > 3 ? "hidden" : "shown";
}

public record SecretEntry(string Name);

public record SecretNote(string Text, string Kind);
