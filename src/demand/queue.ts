/**
 * How long buyers wait: the queueing models of Erlang. Rates are per second, times in seconds, `servers` are places at which a
 * buyer is served (an agent with three chats at once is three). Sources: A. K. Erlang 1917 (B and C), C. Palm 1943
 * (A: buyers lose patience); the waiting-time law of A by the beta distribution is worked out below.
 */

/** A stretch with steady arrivals. */
export interface Load {
  /** Contacts a second. */
  readonly arrivals: number;
  /** Mean handling time of one contact at one place, seconds. */
  readonly handling: number;
  /** Mean patience of a buyer in the queue, seconds; null: nobody leaves (Erlang C). */
  readonly patience: number | null;
}

export interface Service {
  /** Share of all contacts answered within the wanted time. */
  readonly level: number;
  /** Share of all contacts that give up. */
  readonly abandoned: number;
  /** Share of their time that servers are busy. */
  readonly occupancy: number;
}

/** Erlang B: the share of arrivals that find all servers busy where nobody waits. `load` in erlangs. */
export function erlangB(load: number, servers: number): number {
  let blocked = 1;
  for (let n = 1; n <= servers; n += 1) blocked = (load * blocked) / (n + load * blocked);
  return blocked;
}

/** Erlang C: the share of arrivals that must wait where everybody waits; 1 where the load is too large. */
export function erlangC(load: number, servers: number): number {
  if (servers <= load) return 1;
  const blocked = erlangB(load, servers);
  return (servers * blocked) / (servers - load * (1 - blocked));
}

/** What `servers` places achieve, an answer within `within` seconds being wanted. */
export function serviceOf(load: Load, servers: number, within: number): Service {
  return load.patience === null || load.arrivals === 0
    ? waitingForever(load, servers, within)
    : withPatience(load, load.patience, servers, within);
}

function waitingForever(load: Load, servers: number, within: number): Service {
  const erlangs = load.arrivals * load.handling;
  if (servers <= erlangs) return { level: erlangs === 0 ? 1 : 0, abandoned: 0, occupancy: 1 };
  const late = erlangC(erlangs, servers) * Math.exp(-((servers - erlangs) * within) / load.handling);
  return { level: 1 - late, abandoned: 0, occupancy: erlangs / servers };
}

/**
 * Erlang A. With j buyers waiting ahead, the offered wait V is a sum of exponentials of rates (n mu + i theta), i = 0..j,
 * so exp(-theta V) has a beta law with parameters n mu / theta and j + 1. A buyer is answered in time when V <= t and
 * their patience outlasts V, which is the mean of exp(-theta V) over V <= t.
 */
function withPatience(load: Load, patience: number, servers: number, within: number): Service {
  const mu = 1 / load.handling;
  const theta = 1 / patience;
  const c = (servers * mu) / theta;
  // Weights of the states relative to "all busy, nobody waits", downwards and upwards, until nothing is added.
  let below = 0;
  let weight = 1;
  for (let busy = servers; busy > 0; busy -= 1) {
    weight *= (busy * mu) / load.arrivals;
    below += weight;
  }
  const edge = Math.exp(-theta * within);
  let above = 0;
  let answered = 0;
  let left = 0;
  weight = 1;
  for (let waiting = 0; weight > 1e-15 * (below + above + 1); waiting += 1) {
    above += weight;
    left += weight * waiting * theta;
    // An arrival in this state has `waiting` others ahead.
    answered += weight * (c / (c + waiting + 1)) * (1 - regularisedBeta(edge, c + 1, waiting + 1));
    weight *= load.arrivals / (servers * mu + (waiting + 1) * theta);
  }
  const total = below + above;
  const abandoned = left / total / load.arrivals;
  return {
    level: (below + answered) / total,
    abandoned,
    occupancy: servers === 0 ? 1 : (load.arrivals * (1 - abandoned) * load.handling) / servers,
  };
}

/** ln of the gamma function (Lanczos, 15 digits). */
function logGamma(x: number): number {
  const coefficients = [
    76.18009172947146, -86.50532032941678, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2,
    -0.5395239384953e-5,
  ];
  const t = x + 5.5 - (x + 0.5) * Math.log(x + 5.5);
  let series = 1.000000000190015;
  for (const [index, coefficient] of coefficients.entries()) series += coefficient / (x + index + 1);
  return -t + Math.log((2.5066282746310007 * series) / x);
}

/** The regularised incomplete beta function I_x(a, b), by its continued fraction (Lentz). */
function regularisedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - regularisedBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let fraction = d;
  for (let m = 1; m < 500; m += 1) {
    for (const term of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 + term * d;
      d = 1 / (Math.abs(d) < tiny ? tiny : d);
      c = 1 + term / c;
      if (Math.abs(c) < tiny) c = tiny;
      fraction *= d * c;
    }
    if (Math.abs(c * d - 1) < 1e-14) break;
  }
  return front * fraction;
}
