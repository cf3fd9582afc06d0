//@broken
using System.Web.Configuration;
using System.Web.Mvc;
using System.Web.UI;

namespace Corpus.GB8221.True;

public class NotesController : Controller
{
    [ValidateInput(false)] //@true GB8221
    public ActionResult Save(string text) => View(text);

    [HttpPost, ValidateInput(false)] //@true GB8221
    public ActionResult Post(string text) => View((object)text); //@true GB8209

    [HttpGet]
    [ValidateInputAttribute(false)] //@true GB8221
    public ActionResult Whole() => View();

    [System.Web.Mvc.ValidateInput(false)] //@true GB8221
    public ActionResult Qualified() => View();

    [ValidateInput(enableValidation: false)] //@true GB8221
    public ActionResult Named() => View();

    private const bool Checks = false;

    [ValidateInput(Checks)] //@true GB8221
    public ActionResult Constant() => View();

    protected override void Initialize(RequestContext context)
    {
        base.Initialize(context);
        ValidateRequest = false; //@true GB8221
    }

    internal void OfAnother(NotesController other) => other.ValidateRequest = false; //@true GB8221

    internal void OfThis()
    {
        this.ValidateRequest = false; //@true GB8221
    }
}

[ValidateInput(false)] //@true GB8221
public class PagesController : Controller
{
    public ActionResult Index() => View();
}

public class OrderPage : Page
{
    protected void Page_Init(object sender, EventArgs e)
    {
        EnableViewStateMac = false; //@true GB8221
        EnableEventValidation = false; //@true GB8221
    }

    protected void Page_Load(object sender, EventArgs e)
    {
        this.EnableViewStateMac = false; //@true GB8221
        Page.EnableEventValidation = false; //@true GB8221
        Page.ViewStateEncryptionMode = ViewStateEncryptionMode.Never; //@true GB8221
        ValidateRequest = false; //@true GB8221
    }
}

public class BasePage : OrderPage
{
    public BasePage() => EnableViewStateMac = false; //@true GB8221
}

public sealed class Settings
{
    internal void Pages(PagesSection pages)
    {
        pages.ValidateRequest = false; //@true GB8221
        pages.EnableViewStateMac = false; //@true GB8221
        pages.EnableEventValidation = false; //@true GB8221
        pages.ViewStateEncryptionMode = ViewStateEncryptionMode.Never; //@true GB8221
    }

    internal PagesSection Made() => new() { ValidateRequest = false }; //@true GB8221

    internal void Headers(HttpRuntimeSection runtime) => runtime.EnableHeaderChecking = false; //@true GB8221
}
