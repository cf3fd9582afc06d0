using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Corpus.GB8209.Near;

public sealed record Form(string Text);

public sealed class CheckCsrfAttribute : ActionFilterAttribute;

public class OrdersController(IList<Form> forms) : Controller
{
    [HttpGet]
    public IActionResult Index() => View(forms); //@near GB8209

    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Create(Form form) //@near GB8209
    {
        forms.Add(form);
        return RedirectToAction("Index");
    }

    [HttpPost]
    [IgnoreAntiforgeryToken] // The form has no user: it is the public search.
    public IActionResult Search(Form form) => View(forms.Contains(form)); //@near GB8209

    [HttpPost]
    public IActionResult FromScript([FromBody] Form form) //@near GB8209
    {
        forms.Add(form);
        return PartialView(form);
    }

    [HttpPost]
    public IActionResult Json(Form form) //@near GB8209
    {
        forms.Add(form);
        return Ok(forms.Count);
    }

    [HttpPost, CheckCsrf]
    public IActionResult OwnFilter(Form form) //@near GB8209
    {
        forms.Add(form);
        return RedirectToAction("Index");
    }

    [HttpPost]
    public IActionResult PaymentWebhook(Form form) //@near GB8209
    {
        forms.Add(form);
        return Redirect("/");
    }

    [HttpPost]
    public IActionResult LoginCallback(Form form) => Redirect("/?" + form.Text); //@near GB8209

    [HttpPost]
    private IActionResult Helper(Form form) => View(form); //@near GB8209

    [HttpPost]
    [Authorize(AuthenticationSchemes = "Bearer")]
    public IActionResult ByToken(Form form) //@near GB8209
    {
        forms.Add(form);
        return RedirectToAction("Index");
    }

    [HttpPost, NonAction]
    public IActionResult Show(Form form) => View(form); //@near GB8209

    public IActionResult Redirected() => Helper(new Form("x")); //@near GB8209
}

[ApiController]
public class ApiOfOrders(IList<Form> forms) : Controller
{
    [HttpPost]
    public IActionResult Create(Form form) //@near GB8209
    {
        forms.Add(form);
        return Redirect("/");
    }
}

[AutoValidateAntiforgeryToken]
public class CheckedController(IList<Form> forms) : Controller
{
    [HttpPost]
    public IActionResult Create(Form form) //@near GB8209
    {
        forms.Add(form);
        return RedirectToAction("Index");
    }

    [HttpDelete]
    public IActionResult Delete(int id) //@near GB8209
    {
        forms.RemoveAt(id);
        return RedirectToAction("Index");
    }
}

[ValidateAntiForgeryToken]
public abstract class CheckedBase : Controller;

public class DerivedController(IList<Form> forms) : CheckedBase
{
    [HttpPost]
    public IActionResult Create(Form form) //@near GB8209
    {
        forms.Add(form);
        return View(form);
    }
}

public class Rest(IList<Form> forms) : ControllerBase
{
    [HttpPost]
    public IActionResult Create(Form form) //@near GB8209
    {
        forms.Add(form);
        return Redirect("/");
    }
}

[Authorize(AuthenticationSchemes = "ApiKey")]
public class KeyController(IList<Form> forms) : Controller
{
    [HttpPost]
    public IActionResult Create(Form form) //@near GB8209
    {
        forms.Add(form);
        return RedirectToAction("Index");
    }
}

/// <summary>No controller at all.</summary>
public class Poster
{
    [HttpPost]
    public string View(string text) => text + View(text.Trim('.')); //@near GB8209
}

public class InboundMailController(IList<Form> forms) : Controller
{
    [HttpPost]
    public IActionResult Receive(Form form) //@near GB8209
    {
        forms.Add(form);
        return View();
    }
}
