/** The one style sheet of all pages: light and dark by the reader's setting, a phone's width, A4 landscape on paper. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--line:#c9d1d9;--soft:#f3f5f7;--weekend:#dbeafe;--free:#dcfce7;--bad:#c00000;--link:#0b57d0;--bar:#4f6bd8;--bar2:#b45309}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0f141a;--line:#3b4450;--soft:#1a212a;--weekend:#1c2f4d;--free:#16351f;--bad:#ff9a9a;--link:#8ab4f8;--bar:#8aa0ff;--bar2:#fbbf24}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem;max-width:90rem;color:var(--ink);background:var(--paper);font:15px/1.5 system-ui,"PingFang SC","Microsoft YaHei","WenQuanYi Micro Hei","Noto Sans CJK SC",sans-serif}
h1{font-size:1.4rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:1.75rem 0 .5rem}
a{color:var(--link)}
.lead{margin:0 0 1rem;max-width:60rem}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:6px}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{border:1px solid var(--line);padding:.15rem .3rem;text-align:center;white-space:nowrap;font-weight:normal}
thead th{background:var(--soft)}
.grid tbody th{position:sticky;left:0;background:var(--paper);text-align:left;z-index:1}
.grid thead th:first-child{position:sticky;left:0;z-index:2}
.grid td{min-width:1.9rem}
td.tail{opacity:.7}.grid small{font-size:.7em;display:block;line-height:1}
.weekend{background:var(--weekend)}.statutory{background:var(--weekend);font-weight:bold}
.rest,.leave{background:var(--free)}
.filled{background:var(--fill);color:var(--on)}
.broken{outline:2px solid var(--bad);outline-offset:-2px;font-weight:bold}
.grid.live td[data-say]{cursor:pointer}
.total{text-align:right}
.legend{display:flex;flex-wrap:wrap;gap:.4rem 1rem;margin:.6rem 0;padding:0;list-style:none}
.legend b{display:inline-block;min-width:1.9rem;text-align:center;border:1px solid var(--line);border-radius:4px;margin-right:.35rem;padding:0 .25rem}
.say{position:sticky;bottom:0;background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:.5rem .75rem;margin:.6rem 0;min-height:2.6rem;white-space:pre-line;z-index:3}
.tools{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center;margin:.4rem 0}
input,select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.25rem .5rem}
details{border:1px solid var(--line);border-radius:6px;margin:.35rem 0;padding:.35rem .6rem}
summary{cursor:pointer}
.hard summary{color:var(--bad);font-weight:bold}
.quote{color:inherit;border-left:3px solid var(--line);margin:.4rem 0;padding-left:.6rem}
svg{display:block;max-width:100%;height:auto}
svg text{fill:var(--ink);font:12px system-ui,sans-serif}
.bar{fill:var(--bar)}.need{fill:none;stroke:var(--bar2);stroke-width:2}.axis{stroke:var(--line)}.fair{fill:var(--bar2);opacity:.35}
.money{text-align:right}
.only-script{display:none}.live-page .only-script{display:flex}
@media print{@page{size:A4 landscape;margin:8mm}body{padding:0;max-width:none;font-size:9px}.scroll{overflow:visible;border:0}.tools,.say,.pictures{display:none!important}th,td{padding:.05rem .12rem}.grid td{min-width:0}.grid tbody th,.grid thead th:first-child{position:static}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}.slip{break-after:page}}
`.trim();
