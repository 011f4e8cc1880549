/** Works out a sum as a payslip words it, by a way of its own: `-(2 x 5,000.00 / 27) = -370.37`. */

interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

const tokensOf = (sum: string): string[] => sum.match(/[\d,]+(?:\.\d+)?%?|[-+x/()]/g) ?? [];

function number(token: string): Fraction {
  const percent = token.endsWith('%');
  const [whole, decimals = ''] = token.replace(/[,%]/g, '').split('.');
  return { num: BigInt(`${whole}${decimals}`), den: 10n ** BigInt(decimals.length + (percent ? 2 : 0)) };
}

function evaluate(tokens: string[]): Fraction {
  const sum = (): Fraction => {
    let left = product();
    while (tokens[0] === '+' || tokens[0] === '-') {
      const sign = tokens.shift() === '+' ? 1n : -1n;
      const right = product();
      left = { num: left.num * right.den + sign * right.num * left.den, den: left.den * right.den };
    }
    return left;
  };
  const product = (): Fraction => {
    let left = atom();
    while (tokens[0] === 'x' || tokens[0] === '/') {
      const times = tokens.shift() === 'x';
      const right = atom();
      left = times
        ? { num: left.num * right.num, den: left.den * right.den }
        : { num: left.num * right.den, den: left.den * right.num };
    }
    return left;
  };
  const atom = (): Fraction => {
    const token = tokens.shift();
    if (token === '-') {
      const { num, den } = atom();
      return { num: -num, den };
    }
    if (token !== '(') return number(token!);
    const inner = sum();
    tokens.shift();
    return inner;
  };
  return sum();
}

/** Fen, half away from zero. Null where the words are no plain sum. */
export function reckon(says: string): { readonly left: number; readonly right: number } | null {
  const sides = says.split(' = ');
  if (sides.length !== 2 || /[a-wyz:;]/i.test(says)) return null;
  const [left, right] = sides.map((side) => {
    const { num, den } = evaluate(tokensOf(side!));
    const [hundred, sign] = [num * 100n, num < 0n ? -1n : 1n];
    return Number(sign * ((2n * sign * hundred + den) / (2n * den)));
  });
  return { left: left!, right: right! };
}
