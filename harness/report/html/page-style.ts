import { DIAGRAM_STYLE } from './diagram-style';

/**
 * The page's style sheet. All colours are variables, once for light and once for dark; text keeps a contrast of 4.5 : 1
 * on every ground it stands on.
 */
const COLOURS = `
:root{color-scheme:light dark;--bg:#f6f7f9;--card:#fff;--ink:#1b2430;--soft:#566273;--rule:#dde2e9;--code:#eef1f5;--link:#1d4fa8;
--bad:#b3261e;--bad-bg:#fdecea;--good:#1a6b3c;--good-bg:#e5f4ea;--odd:#8a5300;--odd-bg:#fff3dc;--err:#6b2fa0;--err-bg:#f3e9fb;--gray:#566273;--gray-bg:#eceff3}
@media(prefers-color-scheme:dark){:root{--bg:#12161c;--card:#1a2029;--ink:#e6ebf2;--soft:#a3afbf;--rule:#303a48;--code:#242c38;--link:#8ab4ff;
--bad:#ff9d94;--bad-bg:#41201f;--good:#7ed6a0;--good-bg:#17352a;--odd:#f3c06b;--odd-bg:#3a2d15;--err:#d3aef5;--err-bg:#33224a;--gray:#a3afbf;--gray-bg:#28303c}}
`;

const BASE = `
*{box-sizing:border-box}
html{scroll-padding-top:3.5rem}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif}
header.top,nav,main,footer{max-width:1240px;margin:0 auto;padding:0 20px}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
h1{font-size:1.9rem;line-height:1.2;margin:.1em 0 .6em}
h2{font-size:1.3rem;margin:2.2em 0 .7em}
h3{font-size:1rem;margin:1.4em 0 .6em}
h4{display:inline;font-size:.97rem;font-weight:600;margin:0}
code,pre{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.86em}
code{background:var(--code);border-radius:4px;padding:.1em .35em;overflow-wrap:anywhere}
pre{background:var(--code);border-radius:6px;padding:10px 12px;margin:6px 0;white-space:pre-wrap;overflow-wrap:anywhere;max-height:26rem;overflow:auto}
bdi,pre,code,td,dd{unicode-bidi:isolate}
bdi{overflow-wrap:anywhere}
ol,ul{margin:0;padding:0;list-style:none}
small{display:block;color:var(--soft);font-size:.84em}
.skip{position:absolute;left:-99rem}
.skip:focus{left:8px;top:8px;background:var(--card);padding:8px 12px;z-index:2}
[hidden]{display:none!important}
.n{color:var(--soft);font-weight:400;font-size:.85em}
.none,footer{color:var(--soft)}
footer{padding-block:2.5rem;font-size:.87rem}
`;

const HEAD = `
header.top{padding-top:30px}
.eyebrow{margin:0;color:var(--soft);font-size:.87rem}
.line{border-left:6px solid;border-radius:8px;padding:12px 18px}
.line.good{background:var(--good-bg);border-color:var(--good)}
.line.bad{background:var(--bad-bg);border-color:var(--bad)}
.line.unsure{background:var(--odd-bg);border-color:var(--odd)}
.line p{margin:0}
.line .title{font-size:1.35rem;font-weight:700}
.line.good .title{color:var(--good)}.line.bad .title{color:var(--bad)}.line.unsure .title{color:var(--odd)}
.bar{display:block;width:100%;height:10px;border-radius:5px;margin:14px 0;overflow:hidden}
.cert{margin:12px 0;font-size:.93rem}.cert p{margin:0;display:inline}.cert.no ul{display:inline}.cert.no li{display:inline}.cert.no li+li::before{content:" · "}
.cert.yes strong{color:var(--good)}
.meta{display:flex;flex-wrap:wrap;gap:8px 30px;margin:14px 0 18px}
.meta dt{color:var(--soft);font-size:.8rem}.meta dd{margin:0}
nav{position:sticky;top:0;background:var(--bg);display:flex;flex-wrap:wrap;gap:4px 22px;padding-block:10px;border-bottom:1px solid var(--rule);z-index:1}
nav a{text-decoration:none;font-weight:600}nav a:hover{text-decoration:underline}
`;

const VERDICT_COLOURS = `
.v{display:inline-block;border-radius:5px;padding:.05em .55em;font-size:.83rem;font-weight:700;white-space:nowrap;color:var(--gray);background:var(--gray-bg)}
.v.PASS{color:var(--good);background:var(--good-bg)}.v.FAIL{color:var(--bad);background:var(--bad-bg)}
.v.ERROR{color:var(--err);background:var(--err-bg)}
.v.WARN,.v.INCONCLUSIVE,.v.UNEXPECTED_PASS,.v.BLOCKED{color:var(--odd);background:var(--odd-bg)}
.bar rect{fill:var(--gray)}.bar .PASS{fill:var(--good)}.bar .FAIL{fill:var(--bad)}.bar .ERROR{fill:var(--err)}
.bar .WARN,.bar .INCONCLUSIVE,.bar .UNEXPECTED_PASS,.bar .BLOCKED{fill:var(--odd)}.bar .NOT_APPLICABLE{opacity:.45}
.k-FAIL{--edge:var(--bad)}.k-ERROR{--edge:var(--err)}.k-PASS{--edge:var(--good)}
.k-WARN,.k-INCONCLUSIVE,.k-UNEXPECTED_PASS,.k-BLOCKED{--edge:var(--odd)}.k-NOT_APPLICABLE,.k-EXPECTED_FAIL{--edge:var(--gray)}
`;

const CAUSES = `
.cause{background:var(--card);border:1px solid var(--rule);border-left:5px solid var(--edge);border-radius:8px;padding:14px 18px;margin-bottom:14px}
.cause h3{margin:0 0 .5em}
.cites li{margin:.15em 0}.cites em{color:var(--soft)}
.reason{margin:.5em 0}
.dev .what{margin:.7em 0 .4em;font-weight:600}.dev .to-msg{font-weight:400;margin-left:.5em;white-space:nowrap}
.ea{display:grid;grid-template-columns:1fr 1fr;gap:12px;margin:0}
.ea>div{border-radius:6px;padding:8px 12px;border:1px solid}
.ea .exp{border-color:var(--good);background:var(--good-bg)}.ea .act{border-color:var(--bad);background:var(--bad-bg)}
.k-WARN .ea .act{border-color:var(--odd);background:var(--odd-bg)}
.ea dt{font-size:.75rem;font-weight:700;text-transform:uppercase;letter-spacing:.05em}
.exp dt{color:var(--good)}.act dt{color:var(--bad)}.k-WARN .act dt{color:var(--odd)}
.ea dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere;max-height:18rem;overflow:auto}
.control{color:var(--soft);margin:.7em 0 0}
.links{margin-top:.6em;padding-left:1.1em;list-style:disc}
.rerun{margin:.8em 0 0;font-size:.9rem}.rerun span{color:var(--soft);margin-right:.4em}.rerun code{user-select:all}
`;

const SCENARIOS = `
.filters{display:flex;flex-wrap:wrap;gap:12px 20px;align-items:end;background:var(--card);border:1px solid var(--rule);border-radius:8px;padding:12px 16px}
.filters fieldset{border:0;padding:0;margin:0;min-width:0}.filters legend,.filters label{color:var(--soft);font-size:.8rem;padding:0}
.filters input,.filters select{display:block;font:inherit;color:var(--ink);background:var(--bg);border:1px solid var(--soft);border-radius:6px;padding:5px 9px;margin-top:3px;max-width:100%}
.chip{font:inherit;font-size:.88rem;color:var(--ink);background:var(--bg);border:1px solid var(--soft);border-radius:16px;padding:3px 11px;margin:3px 2px 0 0;cursor:pointer}
.chip[aria-pressed=true]{background:var(--link);border-color:var(--link);color:var(--bg)}
#shown{color:var(--soft)}
.sc{background:var(--card);border:1px solid var(--rule);border-left:5px solid var(--edge);border-radius:8px;margin-bottom:8px}
.sc>summary{padding:9px 14px;cursor:pointer;display:flex;flex-wrap:wrap;gap:4px 12px;align-items:baseline}
.sc>summary .ids{margin-left:auto;color:var(--soft);font-size:.83rem}
.sc>summary::-webkit-details-marker{display:none}.sc>summary::before{content:"▸";color:var(--soft);width:.7em}.sc[open]>summary::before{content:"▾"}
.in{padding:2px 18px 16px;border-top:1px solid var(--rule)}
.where{color:var(--soft);font-size:.88rem;margin:.8em 0}
.req-id{font-weight:600;white-space:nowrap}
.steps{margin:14px 0}
.steps li{padding:2px 0}.steps li>a{display:inline-block;min-width:1.7em;color:var(--soft);text-decoration:none;font-variant-numeric:tabular-nums}
.steps .failed{color:var(--bad)}.steps .skipped{color:var(--soft)}.steps .st{font-size:.83rem;font-weight:700;margin-left:.6em}
:target{box-shadow:0 0 0 3px var(--link)}section:target,main:target{box-shadow:none}
.msgs{margin-top:10px;font-size:.92rem}
.msgs summary{cursor:pointer;padding:3px 4px;overflow-wrap:anywhere}.msgs .out{color:var(--soft)}
.msgs .bad>summary{color:var(--bad);font-weight:600}.msgs .bad .out{color:inherit}
`;

const TABLES = `
.scroll{overflow-x:auto;background:var(--card);border:1px solid var(--rule);border-radius:8px}
table{border-collapse:collapse;width:100%;min-width:760px}
th,td{text-align:left;vertical-align:top;padding:8px 12px;border-bottom:1px solid var(--rule);overflow-wrap:anywhere}
tbody tr:last-child>*{border-bottom:0}
thead th{font-size:.83rem;color:var(--soft)}tbody th{font-weight:400;min-width:12.5em}tbody th code{white-space:nowrap;font-weight:600}
.why{margin-top:.3em;color:var(--odd)}
.sl{display:block}
.ics{columns:20rem;background:var(--card);border:1px solid var(--rule);border-radius:8px;padding:12px 18px}.ics li{padding:2px 0}
@media(max-width:640px){.ea{grid-template-columns:1fr}h1{font-size:1.5rem}header.top,nav,main,footer{padding-inline:12px}.in{padding-inline:12px}.sc>summary .ids{margin-left:0}nav{position:static}}
@media print{nav,.filters,.skip{display:none}body{background:#fff}.fig,.scroll{overflow:visible}}
`;

export const PAGE_STYLE = [
  BASE,
  COLOURS,
  HEAD,
  VERDICT_COLOURS,
  CAUSES,
  SCENARIOS,
  TABLES,
  DIAGRAM_STYLE,
].join('');
