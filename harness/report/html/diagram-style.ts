/** How sequence diagrams look in the page. Their classes come from the diagram writers. */
export const DIAGRAM_STYLE = `
.fig{overflow-x:auto;border:1px solid var(--rule);border-radius:8px;padding:10px;margin:12px 0;background:var(--bg)}
.seq{display:block;font:11.5px ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
.seq text{fill:var(--ink);unicode-bidi:isolate}
.seq a{text-decoration:none;cursor:pointer}.seq a:hover .label{text-decoration:underline}
.life{stroke:var(--soft);stroke-dasharray:2 4;opacity:.7;fill:none}
.actor{fill:var(--card);stroke:var(--soft)}.seq .actor-name{text-anchor:middle;font:600 13px system-ui,sans-serif}
.band{fill:var(--code)}.seq .step{font:12px system-ui,sans-serif;fill:var(--soft)}
.seq .step.bad{fill:var(--bad);font-weight:700}
.req,.res{stroke:var(--link);stroke-width:1.5;fill:none}.res{stroke-dasharray:5 3}.head{fill:var(--link)}
.seq .label{text-anchor:middle;paint-order:stroke;stroke:var(--bg);stroke-width:4px;stroke-linejoin:round}
.op{font-weight:700}
.seq .num{fill:var(--ink);font-weight:600}.seq .time,.seq .elided{fill:var(--soft);font-size:10px;font-weight:400}.seq .elided{text-anchor:middle;font-size:12px}
.lost{stroke:var(--odd);stroke-width:1.5;stroke-dasharray:3 5;fill:none}.cross{stroke:var(--odd);stroke-width:2.5;fill:none}
.glow{fill:var(--bad-bg)}.odd .glow{fill:var(--odd-bg)}
.bad .req,.bad .res,.bad .lost,.bad .cross{stroke:var(--bad);stroke-width:2.5}.bad .head{fill:var(--bad)}
.seq .bad .label,.seq .bad .sign{fill:var(--bad)}.seq .bad .label{font-weight:700;stroke:var(--bad-bg)}
.odd .req,.odd .res{stroke:var(--odd);stroke-width:2.5}.odd .head{fill:var(--odd)}.seq .odd .label,.seq .odd .sign{fill:var(--odd)}.seq .odd .label{stroke:var(--odd-bg)}
.seq .sign{font-size:15px;font-weight:700;text-anchor:end}
.note rect{fill:var(--card);stroke:var(--bad)}.note.odd rect{stroke:var(--odd)}
.seq .says{font-size:11px}.seq .key{font-weight:700;fill:var(--bad)}.seq .odd .key{fill:var(--odd)}
`;
