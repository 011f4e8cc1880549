/**
 * Taobao order reports of 2026, all 54 columns, GB18030, made by a seed: long titles, quoted remarks with commas and line
 * breaks, statuses and closing reasons in the proportions of a real shop. Written to a temporary folder, never kept.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { random as chanceOf } from '../../src/base/random.js';

const HEADINGS =
  '订单编号,支付单号,支付详情,买家应付货款,买家应付邮费,总金额,返点积分,买家实付金额,买家实付积分,订单状态,买家留言,订单创建时间,订单付款时间,商品标题,宝贝种类,备注标签,商家备注,宝贝总数量,店铺ID,店铺名称,订单关闭原因,卖家服务费,买家服务费,开票信息,手机订单,分阶段信息,退款金额,是否主动赔付,主动赔付金额,主动赔付出账时间,预售下沉订单,预售下沉状态,商品属性SKU,安心鉴订单,百亿补贴审核订单,淘特订单,C2B小额收款,淘鲜达渠道,预售订单,确认收货打款金额,预约发货订单,换新补贴报名信息,换新补贴订单,换新补贴金额,码上收订单,买家支付积分,是否信用购订单,含应开票给个人红包,总金额(旧版),买家申请退定金,换新补贴支付方式,换新补贴类型,补贴金额的出资明细,商家编码';

/** Bytes of GB18030's two-byte characters, learnt from the decoder. */
function encoder(): (words: string) => Buffer {
  const bytesOf = new Map<string, number>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if (sign.length === 1) bytesOf.set(sign, lead * 256 + trail);
    }
  }
  return (words) => {
    const bytes: number[] = [];
    for (const sign of words) {
      const code = sign.charCodeAt(0);
      const pair = bytesOf.get(sign) ?? 0x3f;
      if (code < 128) bytes.push(code);
      else bytes.push(pair >> 8, pair & 255);
    }
    return Buffer.from(bytes);
  };
}

const WORDS = [
  ...'秋冬新款加厚羊毛大衣女中长款韩版宽松显瘦气质百搭外套通勤风小个子双面呢零羊绒高级感设计师原创手工正品官方旗舰店',
];
const STATUSES = [
  ['交易关闭', '退款'],
  ['交易成功', '订单未关闭'],
  ['卖家已发货，等待买家确认', '订单未关闭'],
  ['买家已付款,等待卖家发货', '订单未关闭'],
  ['交易关闭', '买家未付款'],
  ['等待买家付款', '订单未关闭'],
] as const;
/** Of 10,000, as counted in a real month. */
const UP_TO = [5060, 8480, 9630, 9634, 9996, 10_000];

export interface OrdersFile {
  readonly path: string;
  readonly rows: number;
  /** The first order's running number: files that follow each other share none, or overlap. */
  readonly from: number;
  readonly seed: number;
}

/** Writes one file and gives its size in bytes. */
export function writeOrdersFile({ path, rows, from, seed }: OrdersFile): number {
  const encode = encoder();
  const { below: pick } = chanceOf(seed);
  const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
  const title = (): string => many(32 + pick(20), () => WORDS[pick(WORDS.length)]!).join('');
  const titles = many(500, () => encode(pick(20) === 0 ? `"${title()},${title()}"` : title()));
  const skus = many(200, () => encode(`颜色分类：${title().slice(0, 6)};尺码：${title().slice(0, 2)}XL`));
  const remarks = many(400, () =>
    encode(
      pick(3) === 0
        ? `"改地址,已通知仓库\n${title().slice(0, 12)} ${1001 + pick(60)}"`
        : pick(8) === 0
          ? `送礼物 ${title().slice(0, 8)}`
          : `${title().slice(0, 8)} ${1001 + pick(60)}`,
    ),
  );
  const tail = STATUSES.map((pair) => pair.map((words) => encode(words.includes(',') ? `"${words}"` : words)));
  const shop = encode('某某旗舰店');
  const fixed = encode(',订单未开票,是,否');
  const filler = encode(',否,0.00,null,否,');
  const filler2 = encode(',否,否,否,0.00,,否,');
  const filler3 = encode(',否,,否,0.00,否,0,否,0.00,');
  const filler4 = encode(',0.00,,,,');
  const time = (): string =>
    `2026-11-${String(1 + pick(30)).padStart(2, '0')} ${String(pick(24)).padStart(2, '0')}:${String(pick(60)).padStart(2, '0')}:${String(pick(60)).padStart(2, '0')}`;
  const money = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

  const file = openSync(path, 'w');
  const buffer = Buffer.allocUnsafe(4 * 1024 * 1024);
  let filled = 0;
  let size = 0;
  const flush = (): void => {
    writeSync(file, buffer, 0, filled);
    size += filled;
    filled = 0;
  };
  const ascii = (words: string): void => {
    filled += buffer.write(words, filled, 'latin1');
  };
  const bytes = (content: Buffer): void => {
    filled += content.copy(buffer, filled);
  };
  bytes(encode(`${HEADINGS}\r\n`));
  for (let row = 0; row < rows; row += 1) {
    if (filled > buffer.length - 8192) flush();
    const chance = pick(10_000);
    const kind = UP_TO.findIndex((limit) => chance < limit);
    const [status, reason] = [tail[kind]![0]!, tail[kind]![1]!];
    const total = 5900 + pick(90_000);
    const refunded = kind === 0 ? total : 0;
    const isPaid = kind < 4;
    const at = time();
    ascii(`26${String(50_000_000_000_000_000 + (from + row) * 7919).padStart(17, '0')},`);
    ascii(
      `20261101220011${String(1e13 + row)},${isPaid ? money(total) : ''},${money(total)},0.00,${money(total + 500)},0,`,
    );
    ascii(`${money(isPaid ? total - refunded : total)},0,`);
    bytes(status);
    ascii(`,,${at},${isPaid ? at : ''},`);
    bytes(titles[pick(500)]!);
    ascii(',1,,');
    if (pick(160) === 0) bytes(remarks[pick(400)]!);
    ascii(',1,123456789,');
    bytes(shop);
    ascii(',');
    bytes(reason);
    ascii(',0.00,0.00');
    bytes(fixed);
    ascii(`,${money(refunded)}`);
    bytes(filler);
    bytes(Buffer.from(','));
    bytes(skus[pick(200)]!);
    bytes(filler2);
    ascii(`${kind === 1 ? money(total) : '0.00'}`);
    bytes(filler3);
    ascii(`${money(total)}`);
    bytes(filler4);
    ascii(`SKU-${1000 + pick(9000)}\r\n`);
  }
  flush();
  closeSync(file);
  return size;
}
