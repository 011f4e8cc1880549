import type { RuleCase } from './case.js';

const needs = [{ shift: '晚', skill: '售后', min: 2 }];
const rules = { skills: { level: 'hard', weight: 50, needs } } as const;
const people = { 1007: { skills: ['售后'] }, 1008: { skills: ['售后'] }, 1009: {} };

export const cases: readonly RuleCase[] = [
  {
    name: 'two with the skill; a shift with nobody is left to cover',
    rules,
    people,
    rows: { 1007: '晚白', 1008: '晚白', 1009: '晚休' },
    found: [],
  },
  {
    name: 'one of two with the skill',
    rules,
    people,
    rows: { 1007: '晚', 1008: '白', 1009: '晚' },
    found: [
      {
        ...{ offBy: 1, needed: 2, found: 1, unit: 'agents', level: 'hard', staff: [], days: ['2026-12-01'] },
        en: '12-01: late shift has 1 agents with 售后, needs 2. house/skills: as written',
        zh: '12-01: 晚班会「售后」的有 1 人，需要 2 人。house/skills：如文',
      },
    ],
  },
];
