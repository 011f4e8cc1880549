/** The one style sheet of all pages: light and dark by the reader's setting, a phone's width, A4 on paper. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1b1f24;--pale:#57606a;--paper:#fff;--line:#c9d1d9;--soft:#f3f5f7;--weekend:#dbeafe;--holiday:#fecaca;--free:#dcfce7;--bad:#c00000;--link:#0b57d0;--bar:#4f6bd8;--bar2:#b45309}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--pale:#9aa5b1;--paper:#0f141a;--line:#3b4450;--soft:#1a212a;--weekend:#1c2f4d;--holiday:#5b1d1d;--free:#16351f;--bad:#ff9a9a;--link:#8ab4f8;--bar:#8aa0ff;--bar2:#fbbf24}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem;max-width:96rem;color:var(--ink);background:var(--paper);font:15px/1.5 system-ui,"PingFang SC","Microsoft YaHei","WenQuanYi Micro Hei","Noto Sans CJK SC",sans-serif}
h1{font-size:1.4rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:1.75rem 0 .5rem}h3{font-size:1rem;margin:1rem 0 .35rem}
a{color:var(--link)}
.lead{margin:0 0 1rem;max-width:60rem}
.scroll{overflow:auto;max-height:88vh;border:1px solid var(--line);border-radius:6px}
table{border-collapse:separate;border-spacing:0;font-variant-numeric:tabular-nums}
th,td{border:0 solid var(--line);border-width:0 1px 1px 0;padding:.2rem .3rem;text-align:center;white-space:nowrap;font-weight:normal}
.scroll thead{position:sticky;top:0;z-index:2}
thead th{background:var(--soft)}
tfoot th,tfoot td{background:var(--soft)}
.grid tbody th,.grid tfoot th,.grid thead tr:first-child th:first-child{position:sticky;left:0;z-index:1;text-align:left;border-right-width:2px}
.grid tbody th{background:var(--paper)}
.grid tfoot th b{display:inline-block;min-width:1.9rem;text-align:center;font-weight:normal;border-radius:3px;padding:0 .25rem}
.grid td{min-width:1.85rem;height:2.4rem;padding:0 .1rem;line-height:1.25}
.grid .tail{opacity:.75}.grid td.tail{filter:saturate(.35)}
.grid .first{border-left-width:2px}
.grid small{font-size:.7em;display:block;line-height:1}
thead th.weekend,tfoot td.weekend{background:var(--weekend)}
thead th.statutory{background:var(--holiday);font-weight:bold}
.rest,.leave{background:var(--free)}
td.absent{color:var(--pale)}
.filled{background:var(--fill);color:var(--on)}
td.broken{box-shadow:inset 0 0 0 2px var(--bad);font-weight:bold}
td.broken small{color:#fff;background:#c00000;border-radius:2px;margin-top:1px}
.grid.live td[data-say]{cursor:pointer}
td.chosen{box-shadow:inset 0 0 0 3px var(--ink)}
.total{text-align:right}
.legend{display:flex;flex-wrap:wrap;gap:.4rem 1rem;margin:.6rem 0;padding:0;list-style:none}
.legend b{display:inline-block;min-width:1.9rem;text-align:center;border:1px solid var(--line);border-radius:4px;margin-right:.35rem;padding:0 .25rem}
.say{position:sticky;bottom:0;background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:.5rem .75rem;margin:.6rem 0;min-height:2.6rem;white-space:pre-line;z-index:3;box-shadow:0 -2px 8px #0003}
.tools{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center;margin:.4rem 0}
input,select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--pale);border-radius:6px;padding:.25rem .5rem}
details{border:1px solid var(--line);border-radius:6px;margin:.35rem 0;padding:.35rem .6rem}
summary{cursor:pointer}
summary small,th small,.clause{color:var(--pale);font-weight:normal;margin-left:.5rem}
.hard>summary{color:var(--bad);font-weight:bold}
.quote{color:inherit;border-left:3px solid var(--line);margin:.4rem 0;padding-left:.6rem;max-width:60rem}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,29rem),1fr));gap:0 1rem}
svg{display:block;max-width:none}
svg text{fill:var(--ink);font:12px system-ui,"PingFang SC","Microsoft YaHei","WenQuanYi Micro Hei",sans-serif}
.bar{fill:var(--bar)}.need{fill:none;stroke:var(--bar2);stroke-width:2}.axis{stroke:var(--line)}.fair{fill:var(--bar2);opacity:.35}
.money{text-align:right}.minus{color:var(--bad)}.minus a{color:inherit}.net{font-weight:bold}.net th,.net td{font-weight:bold}
.register tbody th{position:sticky;left:0;background:var(--paper);text-align:left}
.register tbody tr:hover td,.register tbody tr:hover th{background:var(--soft)}
.sum>summary,.person>summary{display:flex;gap:.6rem;align-items:baseline}
.sum>summary::before,.person>summary::before{content:"\\25b8";color:var(--pale)}
.sum[open]>summary::before,.person[open]>summary::before{content:"\\25be"}
.what{flex:1;overflow-wrap:anywhere}.person>summary{font-weight:bold}
.sum .sum{border-width:0 0 0 3px;border-radius:0;margin:.2rem 0 .2rem .3rem;padding:.1rem 0 .1rem .6rem}
.says,.from{margin:.3rem 0;overflow-wrap:anywhere}.from,.figures td code{color:var(--pale);font-size:.85em}
code{overflow-wrap:anywhere;white-space:normal}
.figures{margin:.4rem 0;border-top:1px solid var(--line);border-left:1px solid var(--line)}
.figures th,.figures td{text-align:left;white-space:normal;padding:.15rem .5rem}.figures td.money{text-align:right}
.wishes td,.wishes th{text-align:left;white-space:normal}.wishes thead{position:static}.refused{color:var(--bad);font-weight:bold}
.found code{color:var(--pale);font-size:.85em}
.slip{width:100%;max-width:46rem;border-top:1px solid var(--line);border-left:1px solid var(--line)}
.slip th{text-align:left;white-space:normal}.slip td{vertical-align:top}.slip th,.slip td{padding:.35rem .6rem}.slip thead th.money{text-align:right}
.sheet td{white-space:normal;text-align:left;overflow-wrap:anywhere}.sheet .book td{height:2.1em}
.slip .says{color:var(--pale);font-size:.85em;margin:.1rem 0 0}
.only-script{display:none}.live-page .only-script{display:flex}
[hidden]{display:none!important}
@media(max-width:45rem){body{padding:.6rem;font-size:14px}.grid tbody th,.grid thead tr:first-child th:first-child{max-width:6.2rem;overflow:hidden;text-overflow:ellipsis}.figures:not(.orders) th,.figures:not(.orders) td{display:block;border:0}.figures:not(.orders) tr{display:block;border:solid var(--line);border-width:0 1px 1px 0}.figures:not(.orders) td:empty{display:none}}
@media print{@page{size:A4 landscape;margin:7mm}:root{color-scheme:light;--ink:#000;--pale:#444;--paper:#fff;--line:#999;--soft:#f3f5f7;--weekend:#dbeafe;--holiday:#fecaca;--free:#dcfce7;--bad:#c00000;--link:#000}
body{padding:0;max-width:none;font-size:9.5px;line-height:1.35}h1{font-size:15px}h2{font-size:12px;margin:10px 0 4px}.register{width:100%}.lead{margin:0 0 4px}.scroll{overflow:visible;max-height:none;border:0}.scroll thead{position:static}
.tools,.say,.pictures,.soft,.how:not(:has(details[open])){display:none!important}.person:not([open]){display:none}th,td{padding:1px 2px}
.grid{width:100%;table-layout:fixed;border-top:1px solid var(--line);border-left:1px solid var(--line)}.grid td{min-width:0;height:2.9em;padding:0;overflow:hidden}.many{font-size:8.5px}.many td{height:1.8em;line-height:1}.many td small{display:inline}.grid tbody th,.grid thead th:first-child{position:static!important;white-space:nowrap;overflow:hidden}
.grid thead tr:first-child th:first-child{width:7.6em}.grid th.sum-head{width:3em;font-size:.85em}.grid .total{padding-right:2px}.legend{margin:5px 0;gap:2px 12px}
.sheet{break-after:page}h2,h3{break-after:avoid}a{text-decoration:none}details{break-inside:avoid}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`.trim();

/** Follows the style sheet where a page is printed upright. */
export const UPRIGHT =
  '@media print{@page{size:A4 portrait;margin:15mm}body{font-size:12px}h1{font-size:18px}.slip{max-width:none}}';
