//@broken
using System.Web.Mvc;

namespace Corpus.GB8209.Unbound;

public class AccountController : Controller
{
    [HttpPost]
    public ActionResult Close(string user) //@true GB8209
    {
        Accounts.Close(user);
        return RedirectToAction("Index");
    }

    [HttpPost]
    [ValidateAntiForgeryToken]
    public ActionResult Open(string user) //@near GB8209
    {
        Accounts.Open(user);
        return RedirectToAction("Index");
    }
}

public static class Accounts
{
    private static readonly HashSet<string> Users = [];

    public static void Open(string user) => Users.Add(user);

    public static void Close(string user) => Users.Remove(user);
}
