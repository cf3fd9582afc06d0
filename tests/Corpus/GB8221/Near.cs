//@broken
using System.Web.Configuration;
using System.Web.Mvc;
using System.Web.UI;

namespace Corpus.GB8221.Near;

public class NotesController : Controller
{
    [ValidateInput(true)] //@near GB8221
    public ActionResult Save(string text) => View((object)text);

    [HttpPost]
    public ActionResult Post([AllowHtml] string text) => View((object)text); //@near GB8221 @true GB8209

    [ValidateInput(false)] //@near GB8221
    public ActionResult Sanitized(string text) => View((object)_sanitizer.Sanitize(text));

    [ValidateInput(false)] //@near GB8221
    public ActionResult Safe(string text) => View((object)Sanitizer.GetSafeHtmlFragment(text));

    [ValidateInput(false)] //@near GB8221
    public ActionResult Encoded(string text) => View((object)HttpUtility.HtmlEncode(text));

    [ValidateAntiForgeryToken] //@near GB8221
    public ActionResult Checked(string text) => View((object)text);

    [OutputCache(Duration = 10)] //@near GB8221
    public ActionResult Kept() => View();

    internal void On() => ValidateRequest = true; //@near GB8221

    internal void Given(bool checks) => ValidateRequest = checks; //@near GB8221

    internal bool Asked() => ValidateRequest == false; //@near GB8221
}

public class OrderPage : Page
{
    protected void Page_Init(object sender, EventArgs e)
    {
        EnableViewStateMac = true; //@near GB8221
        EnableEventValidation = true; //@near GB8221
        EnableViewState = false; //@near GB8221
        ViewStateEncryptionMode = ViewStateEncryptionMode.Always; //@near GB8221
        Page.ViewStateEncryptionMode = ViewStateEncryptionMode.Auto; //@near GB8221
    }
}

public sealed class Settings
{
    internal void Pages(PagesSection pages, bool checks)
    {
        pages.ValidateRequest = true; //@near GB8221
        pages.EnableViewStateMac = checks; //@near GB8221
        pages.Buffer = false; //@near GB8221
    }

    internal void DevelopmentOnly(PagesSection pages, bool isDevelopment)
    {
        if (isDevelopment)
            pages.ValidateRequest = false; //@near GB8221
    }

    internal void Headers(HttpRuntimeSection runtime) => runtime.EnableHeaderChecking = true; //@near GB8221

    internal void Version(HttpRuntimeSection runtime) => runtime.EnableVersionHeader = false; //@near GB8221
}

public sealed class Form
{
    public bool ValidateRequest { get; set; }

    public bool EnableViewStateMac { get; set; }

    internal void Off() => ValidateRequest = false; //@near GB8221

    internal Form Made() => new() { EnableViewStateMac = false }; //@near GB8221
}
