using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.GB8209.GlobalFilter;

public sealed class OwnAntiforgeryAttribute : ActionFilterAttribute;

public static class Startup
{
    public static void Services(IServiceCollection services) => services.AddMvc(options => options.Filters.Add(new OwnAntiforgeryAttribute()));
}

public class NotesController(IList<string> notes) : Controller
{
    [HttpPost]
    public IActionResult Add(string text) //@near GB8209
    {
        notes.Add(text);
        return RedirectToAction("Index");
    }
}
