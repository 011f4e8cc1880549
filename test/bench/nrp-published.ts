/**
 * Published objectives of the Curtois-Qu instances, by number: the best known; the ejection chain, Gurobi 5.6.3 and IP+VNS after 60
 * minutes (Curtois and Qu 2014; Rahimian et al. 2017), as quoted by ORProjects/NRP and GilTeixeira/CLP-NurseRostering.
 */
export interface Published {
  readonly best: number;
  readonly ejection: number;
  readonly gurobi: number | null;
  readonly vns: number | null;
}

const of = (best: number, ejection: number, gurobi: number | null, vns: number | null): Published => ({
  ...{ best, ejection, gurobi, vns },
});

export const PUBLISHED: Readonly<Record<number, Published>> = {
  1: of(607, 607, 607, 607),
  2: of(828, 837, 828, 828),
  3: of(1001, 1003, 1001, 1001),
  4: of(1716, 1718, 1716, 1716),
  6: of(1950, 2258, 1950, 1950),
  7: of(1056, 1269, 1056, 1056),
  9: of(439, 463, 439, 439),
  10: of(4631, 4797, 4631, 4631),
  12: of(4040, 5211, 4040, 4040),
  14: of(1278, 1847, 1280, 1279),
  16: of(3225, 4048, 3233, 3225),
  18: of(4459, 6404, 4760, 4662),
  20: of(4769, 9750, null, null),
  22: of(30241, 516686, null, null),
};
