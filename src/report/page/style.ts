/** The one style sheet of all pages: light and dark by the reader's setting, a phone's width, A4 on paper. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1b1f24;--pale:#57606a;--paper:#fff;--line:#d8dee4;--soft:#f3f5f7;--weekend:#dbeafe;--holiday:#fecaca;--free:#dcfce7;--bad:#c00000;--link:#0b57d0;--bar:#4f5bbf;--bar2:#b45309;--good:#1a7f37;--card:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--pale:#9aa5b1;--paper:#0f141a;--line:#2d3540;--soft:#171e26;--weekend:#1c2f4d;--holiday:#5b1d1d;--free:#16351f;--bad:#ff9a9a;--link:#8ab4f8;--bar:#8aa0ff;--bar2:#fbbf24;--good:#5fd38a;--card:#151c24}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem;max-width:96rem;color:var(--ink);background:var(--paper);font:15px/1.5 system-ui,"PingFang SC","Microsoft YaHei","WenQuanYi Micro Hei","Noto Sans CJK SC",sans-serif}
h1{font-size:1.6rem;line-height:1.25;margin:.25rem 0;letter-spacing:.01em}h2{font-size:1.15rem;margin:2.25rem 0 .5rem}h3{font-size:1rem;margin:1rem 0 .35rem}
a{color:var(--link)}
.lead{margin:0 0 1rem;max-width:60rem;color:var(--pale)}
.tiles{display:flex;flex-wrap:wrap;gap:.6rem;margin:0 0 1rem}.tiles div{border:1px solid var(--line);border-radius:10px;background:var(--card);padding:.45rem .9rem;min-width:6.5rem;display:flex;flex-direction:column-reverse}.tiles dt{color:var(--pale);font-size:.8rem}.tiles dd{margin:0;font-size:1.45rem;font-weight:600;line-height:1.2}.tiles .good dd{color:var(--good)}.tiles .bad dd{color:var(--bad)}
.scroll{overflow:auto;max-height:88vh;border:1px solid var(--line);border-radius:10px}
table{border-collapse:separate;border-spacing:0;font-variant-numeric:tabular-nums}
th,td{border:0 solid var(--line);border-width:0 1px 1px 0;padding:.2rem .3rem;text-align:center;white-space:nowrap;font-weight:normal}
.scroll thead{position:sticky;top:0;z-index:2}
thead th{background:var(--soft)}
tfoot th,tfoot td{background:var(--soft)}
.grid tbody th,.grid tfoot th,.grid thead tr:first-child th:first-child{position:sticky;left:0;z-index:1;text-align:left;border-right-width:2px}
.grid tbody th{background:var(--paper)}
.grid tfoot th b{display:inline-block;min-width:1.9rem;text-align:center;font-weight:normal;border-radius:3px;padding:0 .25rem}
.grid{--gap:var(--paper)}.grid th,.grid td{border-color:var(--line)}
.grid td{min-width:1.85rem;height:2.35rem;padding:2px;line-height:1.2}.grid tbody td{border-right-color:transparent}
.grid td>span{display:flex;flex-direction:column;align-items:center;justify-content:center;height:100%;min-height:1.95rem;border-radius:7px}
.grid tbody td.weekend,.grid tbody td.statutory{background:color-mix(in srgb,var(--weekend) 45%,transparent)}.grid tbody td.statutory{background:color-mix(in srgb,var(--holiday) 45%,transparent)}
.grid tbody tr:hover td,.grid tbody tr:hover th{background-color:var(--soft)}
.grid .tail{opacity:.75}.grid td.tail{filter:saturate(.35)}
.grid .first{border-left-width:2px}
.grid .who{white-space:normal;text-align:left;padding-left:.5rem}
.grid small{font-size:.7em;display:block;line-height:1}
thead th.weekend,tfoot td.weekend{background:var(--weekend)}
thead th.statutory{background:var(--holiday);font-weight:bold}
.rest>span,.leave>span,.legend .rest{background:var(--free)}.rest>span{color:var(--pale)}
.grid tbody .today{border-right:2px solid var(--bar);border-left:1px solid var(--bar)}thead th.today{background:var(--bar);color:var(--paper);font-weight:bold}
td.kept{background:var(--free)}
td.absent{color:var(--pale)}
.filled>span,b.filled{background:var(--fill);color:var(--on)}
td.broken>span{box-shadow:inset 0 0 0 2px #c00000;font-weight:bold}tfoot td.broken{box-shadow:inset 0 0 0 2px var(--bad);font-weight:bold}
td.broken small{color:#fff;background:#c00000;border-radius:3px;margin-top:1px;padding:0 2px}
.grid.live td[data-say]{cursor:pointer}
td.chosen>span{box-shadow:0 0 0 2px var(--paper),0 0 0 4px var(--ink)}.grid td:focus{outline:0}.grid td:focus-visible>span{box-shadow:0 0 0 2px var(--paper),0 0 0 4px var(--link)}
.hint{color:var(--pale);font-size:.85em}@media(hover:none){.live-page .hint{display:none}}
.mine{margin:.5rem 0 1rem;max-width:34rem}.mine table{width:100%;table-layout:fixed;border-spacing:4px}.mine th,.mine td{border:0}.mine th{color:var(--pale)}.mine td{border-radius:9px;background:var(--soft);padding:.35rem .1rem;vertical-align:top;height:4.1rem;white-space:normal;line-height:1.3}.mine td small{display:block;font-size:.78em;opacity:.85}.mine td b{display:block;font-size:1.1em}.mine td.filled{background:var(--fill);color:var(--on)}.mine td.rest,.mine td.leave{background:var(--free)}.mine td.none{background:none}.mine td.today{outline:3px solid var(--bar)}
.total{text-align:right}
.legend{display:flex;flex-wrap:wrap;gap:.4rem 1rem;margin:.6rem 0;padding:0;list-style:none}
.legend b{display:inline-block;min-width:1.9rem;text-align:center;border:1px solid var(--line);border-radius:4px;margin-right:.35rem;padding:0 .25rem}
.say{position:sticky;bottom:0;background:var(--soft);border:1px solid var(--line);border-radius:10px;padding:.6rem .9rem;margin:.6rem 0;min-height:2.6rem;white-space:pre-line;z-index:3;box-shadow:0 -2px 8px #0003}
.tools{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center;margin:.4rem 0}
input,select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--pale);border-radius:6px;padding:.25rem .5rem}
details{border:1px solid var(--line);border-radius:8px;background:var(--card);margin:.35rem 0;padding:.4rem .7rem}
summary{cursor:pointer}
summary small,th small,.clause{color:var(--pale);font-weight:normal;margin-left:.5rem}
.hard>summary{color:var(--bad);font-weight:bold}
.quote{color:inherit;border-left:3px solid var(--line);margin:.4rem 0;padding-left:.6rem;max-width:60rem}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,27rem),1fr));gap:0 1.25rem}.charts .scroll{padding:.5rem;background:var(--card)}[data-day]{padding:.4rem;background:var(--card)}@media(min-width:60rem){[data-day] svg{width:100%;height:auto;max-height:21rem}}
svg{display:block;max-width:none}
svg text{fill:var(--ink);font:12px system-ui,"PingFang SC","Microsoft YaHei","WenQuanYi Micro Hei",sans-serif}
.bar{fill:var(--bar)}.need{fill:none;stroke:var(--bad);stroke-width:2.5;stroke-linejoin:round}.axis{stroke:var(--line)}.rail{fill:var(--soft)}.fair{fill:var(--bar2);fill-opacity:.28;stroke:var(--bar2);stroke-width:1}svg .pale{fill:var(--pale)}svg .missing{fill:var(--bad);font-weight:bold}svg .strong{font-weight:bold}
.money{text-align:right}.minus{color:var(--bad)}.minus a{color:inherit}.net{font-weight:bold}.net th,.net td{font-weight:bold}
.register tbody th{position:sticky;left:0;background:var(--paper);text-align:left}
.register td a,.register th a{text-decoration:none;border-bottom:1px dotted currentColor}.register td:not(.minus) a{color:inherit}.register a:hover,.register a:focus-visible{color:var(--link);border-bottom-style:solid}
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
.wishes td,.wishes th{text-align:left}.wishes td:last-child{white-space:normal;min-width:16rem}.wishes thead{position:static}.refused{color:var(--bad);font-weight:bold}
.found code{color:var(--pale);font-size:.85em}
.slip{width:100%;max-width:46rem;border-top:1px solid var(--line);border-left:1px solid var(--line)}
.slip th{text-align:left;white-space:normal}.slip td{vertical-align:top}.slip th,.slip td{padding:.35rem .6rem}.slip thead th.money{text-align:right}
.sheet td{white-space:normal;text-align:left;overflow-wrap:anywhere}.sheet .book td{height:2.1em}
.slip .says{color:var(--pale);font-size:.85em;margin:.1rem 0 0}
.en{display:block;font-size:.8em;font-weight:normal;line-height:1.25}h1 .en{font-size:.62em}.tools .en,summary .en,.legend .en,.grid .en,td code .en{display:inline-block;margin-left:.35em}.grid thead .en{display:block;margin:0;font-size:.72em}
.only-script{display:none}.live-page .only-script{display:flex}
[hidden]{display:none!important}
@media(max-width:45rem){body{padding:.6rem;font-size:14px}h1{font-size:1.3rem}.tiles{gap:.4rem;display:grid;grid-template-columns:repeat(auto-fit,minmax(4.6rem,1fr))}.tiles div{min-width:0;padding:.35rem .55rem}.tiles dd{font-size:1.15rem}.tiles dt{font-size:.72rem}.grid tbody th,.grid thead tr:first-child th:first-child{max-width:6.2rem;overflow:hidden;text-overflow:ellipsis}.figures:not(.orders) th,.figures:not(.orders) td{display:block;border:0}.figures:not(.orders) tr{display:block;border:solid var(--line);border-width:0 1px 1px 0}.figures:not(.orders) td:empty{display:none}}
@media print{@page{size:A4 landscape;margin:7mm}:root{color-scheme:light;--ink:#000;--pale:#444;--paper:#fff;--line:#999;--soft:#f3f5f7;--weekend:#dbeafe;--holiday:#fecaca;--free:#dcfce7;--bad:#c00000;--link:#000}
body{padding:0;max-width:none;font-size:9.5px;line-height:1.35}h1{font-size:15px}h2{font-size:12px;margin:10px 0 4px}.register{width:100%}.lead{margin:0 0 4px}.scroll{overflow:visible;max-height:none;border:0}.scroll thead{position:static}
.tools,.say,.pictures,.soft,.how:not(:has(details[open])){display:none!important}.person:not([open]){display:none}th,td{padding:1px 2px}
.tiles,.mine{display:none!important}h1{font-size:19px;margin:0}.grid{width:100%;table-layout:fixed;border-top:1px solid var(--line);border-left:1px solid var(--line);font-size:11.5px}.grid td,.grid tbody td{min-width:0;height:clamp(5mm,calc(150mm / var(--rows)),11mm);padding:1px;overflow:hidden;border-color:var(--line)!important}.grid td>span{min-height:0;border-radius:3px}.grid td small{font-size:.6em;padding:0 1px}.many{font-size:8.5px}.many td,.many tbody td{height:calc(150mm / var(--rows));line-height:1}.many td>span{flex-direction:row}.many td small{display:inline}.grid tbody th,.grid thead th:first-child{position:static!important;white-space:nowrap;overflow:hidden}
.grid thead tr:first-child th:first-child{width:8.2em}.grid th.sum-head{width:2.5em;font-size:.78em;white-space:normal}.grid th.sum-head.wide{width:3.6em}.grid .who{width:45%}.grid .total{font-size:.9em}.grid .total{padding-right:2px}.legend{margin:8px 0 0;gap:3px 14px;font-size:11px}.hint{display:none}
.sheet{break-after:page}h2,h3{break-after:avoid}a,.register td a,.register th a{text-decoration:none;border:0}details{break-inside:avoid}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`.trim();

/** Follows the style sheet where a page is printed upright. */
export const UPRIGHT =
  '@media print{@page{size:A4 portrait;margin:15mm}body{font-size:12px}h1{font-size:18px}.slip{max-width:none}}';
