namespace Ghostbusters.Engine.Reports;

/// <summary>The page's style and script. Both are constant, so that their hashes can stand in the page's security policy.</summary>
internal static class HtmlAssets
{
    /// <summary>A small ghost: decoration only.</summary>
    public const string Ghost = """<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2a8 8 0 0 0-8 8v11l2.7-2 2.6 2 2.7-2 2.7 2 2.6-2 2.7 2V10a8 8 0 0 0-8-8Z"/><circle cx="9.2" cy="10" r="1.4"/><circle cx="14.8" cy="10" r="1.4"/></svg>""";

    /// <summary>Filters by severity, rule and words. Everything can be read without it.</summary>
    public const string Script = """
        (() => {
          const form = document.getElementById('filters');
          if (!form) return;
          const text = document.getElementById('text'), rule = document.getElementById('rule'), shown = document.getElementById('shown');
          const files = [...document.querySelectorAll('#findings .file')].map(node => ({
            node, name: node.querySelector('h3').textContent.toLowerCase(),
            items: [...node.querySelectorAll('.finding')].map(item => ({ item, words: item.textContent.toLowerCase() })) }));
          const apply = () => {
            const words = text.value.trim().toLowerCase();
            const severities = new Set([...form.querySelectorAll('[name=severity]:checked')].map(box => box.value));
            let count = 0;
            for (const file of files) {
              let any = false;
              for (const { item, words: own } of file.items) {
                const show = severities.has(item.dataset.severity) && (!rule.value || rule.value === item.dataset.rule)
                  && (!words || own.includes(words) || file.name.includes(words));
                item.hidden = !show;
                any ||= show;
                count += show;
              }
              file.node.hidden = !any;
            }
            shown.textContent = `${count} of ${shown.dataset.all} shown`;
          };
          form.addEventListener('input', apply);
          form.addEventListener('submit', event => event.preventDefault());
          form.hidden = false;
          apply();
        })();
        """;

    private const string Style = """
        *,*::before,*::after{box-sizing:border-box}
        :root{--bg:#f5f5f9;--card:#fff;--ink:#1c1b26;--muted:#5c5b6c;--line:#e2e1ea;--soft:#f0eff6;--link:#4b3fb5;
          --error:#b3261e;--error-soft:#fdeceb;--warning:#8a5300;--warning-soft:#fdf1dc;--note:#3257b5;--note-soft:#e9effc}
        @media (prefers-color-scheme:dark){:root{--bg:#121119;--card:#1b1a25;--ink:#ebeaf3;--muted:#a7a5b9;--line:#302e3f;--soft:#232230;--link:#b4aaff;
          --error:#ff8d84;--error-soft:#3c1f22;--warning:#f3b957;--warning-soft:#38290f;--note:#95b4ff;--note-soft:#1f2a47}}
        html{scroll-behavior:smooth}
        body{margin:0 auto;max-width:68rem;padding:1.5rem 1.25rem 4rem;background:var(--bg);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
        h1,h2,h3,h4,p,dl,dd,ul,ol,figure,pre{margin:0}
        [hidden]{display:none!important}
        a{color:var(--link);text-underline-offset:.15em}
        :focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
        code,pre{font-family:ui-monospace,"Cascadia Code","SF Mono",Menlo,Consolas,monospace;font-size:.86em}
        .unseen,.skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .muted,.meta,.at{color:var(--muted)}
        .card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1.1rem 1.25rem}
        .brand{display:flex;align-items:center;gap:.5rem;color:var(--muted);font-weight:600;letter-spacing:.01em}
        .brand svg{width:1.5rem;height:1.5rem;fill:var(--link)}.brand circle{fill:var(--bg)}
        h1{font-size:clamp(1.6rem,4.5vw,2.3rem);line-height:1.2;letter-spacing:-.02em;margin:.35rem 0 .9rem}
        h2{font-size:1.2rem;letter-spacing:-.01em}
        .verdict{display:flex;align-items:center;gap:.7rem;padding:.8rem 1.1rem;border-radius:14px;border:1px solid var(--state);background:var(--state-soft);font-weight:600}
        .verdict .icon{display:grid;place-items:center;flex:none;width:1.6rem;height:1.6rem;border-radius:50%;background:var(--state);color:var(--card);font-size:.9rem;line-height:1}
        main>*{margin-top:1.1rem}
        .gaps{padding:1.1rem 1.25rem;border-radius:14px;border:2px solid var(--warning);background:repeating-linear-gradient(135deg,var(--warning-soft) 0 14px,var(--card) 14px 28px)}
        .gaps h2{color:var(--warning)}
        .notices{list-style:none;padding:0;margin-top:.6rem;display:grid;gap:.6rem}
        .notices li{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.6rem .8rem}
        .id{color:var(--muted);font-size:.85em}
        .notices em{display:block;font-style:normal;color:var(--muted)}
        summary{cursor:pointer;font-weight:600}
        .summary{display:grid;gap:1.1rem;grid-template-columns:minmax(11rem,1fr) 1.4fr 1.6fr}
        .gauge{text-align:center}.gauge svg{width:100%;max-width:11rem}
        .gauge path{fill:none;stroke-width:10;stroke-linecap:round}.gauge .track{stroke:var(--line)}.gauge .value{stroke:var(--state)}
        .gauge text{font-size:28px;font-weight:700;text-anchor:middle;fill:var(--ink);letter-spacing:-.03em}
        .gauge figcaption{font-size:.85rem;color:var(--muted);line-height:1.35}
        .counts{display:grid;grid-template-columns:repeat(3,1fr);align-items:center}
        .count{display:flex;flex-direction:column-reverse;text-align:center}
        .count dd{font-size:2.2rem;font-weight:700;line-height:1.1;letter-spacing:-.03em;color:var(--own)}.count dt{font-size:.9rem;color:var(--muted)}
        .count.none dd{color:var(--muted)}
        .error{--own:var(--error);--own-soft:var(--error-soft)}.warning{--own:var(--warning);--own-soft:var(--warning-soft)}.note{--own:var(--note);--own-soft:var(--note-soft)}
        .coverage h3{font-size:1rem}.share,.bar{display:block;width:100%;height:8px;border-radius:4px;margin:.5rem 0 .4rem}
        .share .track,.bar .track{fill:var(--soft)}.share .value{fill:var(--link)}.share .part{fill:var(--warning)}rect.error,rect.warning,rect.note{fill:var(--own)}
        .charts{display:grid;gap:1.1rem;grid-template-columns:1fr 1fr}
        .chart ul{list-style:none;padding:0;margin-top:.7rem}.chart li{display:grid;grid-template-columns:1fr auto;gap:0 .8rem;font-size:.9rem}
        .chart .label{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.chart .number{font-variant-numeric:tabular-nums;font-weight:600}.chart .bar{grid-column:1/-1;margin:.2rem 0 .7rem}
        #findings{margin-top:2rem}#findings>.card{margin-top:.8rem}
        .filters{display:flex;flex-wrap:wrap;gap:.7rem 1.2rem;align-items:center;margin-top:.8rem;padding:.8rem 1.1rem}
        .filters label{white-space:nowrap;display:flex;align-items:center;gap:.5rem;font-size:.9rem;color:var(--muted)}.filters .search{flex:1 1 14rem}
        .filters input[type=search],select{font:inherit;color:var(--ink);background:var(--bg);border:1px solid var(--muted);border-radius:8px;padding:.35rem .6rem;min-width:0;width:100%}
        select{max-width:16rem}fieldset{display:flex;flex-wrap:wrap;gap:.9rem;border:0;padding:0;margin:0}.filters .check{color:var(--own);font-weight:600}input[type=checkbox]{accent-color:var(--own);width:1.05rem;height:1.05rem}
        output{font-size:.9rem;color:var(--muted);margin-left:auto}
        .file{margin-top:1.6rem}.file h3{font:600 1rem/1.4 ui-monospace,"Cascadia Code","SF Mono",Menlo,Consolas,monospace}
        .finding{margin-top:.8rem;border-left:5px solid var(--own);content-visibility:auto;contain-intrinsic-size:auto 22rem}
        .finding h4{display:flex;flex-wrap:wrap;align-items:center;gap:.6rem;font-size:.95rem}.at{font-weight:400}
        .pill{background:var(--own-soft);color:var(--own);border-radius:99px;padding:.1rem .65rem;font-size:.82rem}
        .message{margin-top:.5rem;font-weight:500}
        pre{font-size:.88rem;margin-top:.8rem;padding:.7rem 0;background:var(--soft);border-radius:10px;overflow-x:auto;line-height:1.6;tab-size:4}
        pre code{font-size:1em;display:block;min-width:max-content}.line{display:block;padding-right:1rem}
        .line::before{content:attr(data-n);display:inline-block;width:4.2em;padding-right:1.1em;text-align:right;color:var(--muted);user-select:none}
        .hit{background:var(--own-soft)}.hit::before{color:var(--own);font-weight:700}.proof-line::before{color:var(--ink);font-weight:700}.proof-line{background:color-mix(in srgb,var(--own-soft) 45%,transparent)}
        mark{background:none;color:inherit;text-decoration:underline wavy var(--own) 1.5px;text-underline-offset:.25em;text-decoration-skip-ink:none}
        .proof{display:grid;gap:.4rem;margin-top:.8rem}.proof>div{display:grid;grid-template-columns:6rem 1fr;gap:.2rem .8rem}.proof dt{color:var(--muted)}
        q{font-family:ui-monospace,"Cascadia Code","SF Mono",Menlo,Consolas,monospace;font-size:.88em}
        .places{list-style-position:inside;padding:0;display:flex;flex-wrap:wrap;gap:.1rem 1.2rem;color:var(--muted)}.places:has(li:only-child){list-style:none}
        .meta{margin-top:.7rem;font-size:.85rem}.others{margin-top:2rem}.others>summary{color:var(--muted)}
        footer{margin-top:2.5rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--muted);font-size:.85rem}
        @media (max-width:46rem){.summary,.charts{grid-template-columns:1fr}.proof>div{grid-template-columns:1fr}output{margin-left:0}.card,.gaps{padding:.9rem 1rem}select{max-width:100%}.filters label:has(select){flex:1 1 100%}}
        @media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
        @media print{body{max-width:none;background:#fff}.filters,.skip{display:none}.card{break-inside:avoid}.finding{content-visibility:visible}}

        """;

    /// <summary>The style, with the colour of the result's state. Green is in the page only where the result is clean.</summary>
    public static string StyleFor(Summary summary) => Style + summary switch
    {
        { Status: AnalysisStatus.Nothing } => StateColour("var(--muted)", "var(--soft)"),
        { Status: AnalysisStatus.Partial } => StateColour("var(--warning)", "var(--warning-soft)"),
        { IsClean: true } => StateColour("#1b7a48", "#e6f5ec") + "@media (prefers-color-scheme:dark){" + StateColour("#62d69a", "#14301f") + "}",
        { Errors: > 0 } => StateColour("var(--error)", "var(--error-soft)"),
        { Warnings: > 0 } => StateColour("var(--warning)", "var(--warning-soft)"),
        _ => StateColour("var(--note)", "var(--note-soft)"),
    };

    private static string StateColour(string strong, string soft) => $":root{{--state:{strong};--state-soft:{soft}}}";
}
