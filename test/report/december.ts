/** Five people in December with everything a sheet must show: leave, a joiner, two shifts a day, broken rules, wishes, a holiday. */
import { text } from '../../src/base/text.js';
import type { Handbook } from '../../src/handbook/schema/handbook.js';
import { wishAnswers } from '../../src/report/refusals.js';
import { check } from '../../src/roster/check.js';
import {
  calendar,
  endingWith,
  house,
  leaveOf,
  OFF,
  person,
  problemOf,
  rosterOf,
  wanting,
  wish,
} from '../roster/make.js';

/** A name that would like to be a formula, a tag and a script. */
export const HOSTILE = '=1+1<script>alert(1)</script>';

const rules: Partial<Handbook['rules']> = {
  cover: { ...wanting({ 白: 1, 晚: 1 }), level: 'hard', shifts: { 白: { min: 2, target: 2, max: 'any' } } },
  'one-shift': { level: 'hard' },
  'rest-days': { ...OFF['rest-days'], level: 'hard', mode: 'at-least', days: 4 },
  succession: { ...OFF.succession, level: 'hard' },
  'max-run': { ...OFF['max-run'], level: 'hard' },
  requests: { level: 'soft', weight: 10 },
};

/** December 2026 begins on a Tuesday. 1004 is hired on the 10th and has leave; 1002 works two shifts on the 3rd. */
export const roster = rosterOf({
  '1001': '白白白休晚晚休 白白白白白晚休 白白白白晚晚休 白白白白白晚休 白白白',
  '1002': '白白白+晚休白白休 晚晚半白白白休 白白白白白晚休 白白白白白晚休 白白白',
  '1003': '夜夜休白白半半 夜夜休白白半半 夜夜休白白半半 夜夜休白白半半 夜夜休',
  '1004': '--------- 白白假假休白 白白晚晚休白白 白白晚晚休白白 白休',
  '1007': '晚白分分分分休 晚晚分分分分休 晚晚分分分分休 晚晚分分分分休 晚晚晚',
});

export const problem = problemOf({
  handbook: house(rules, {
    department: { name: text('Shop "A" & sons', '甲店<客服>') },
    clauses: { 'house/succession': text('no day shift after a late one', '晚班次日不上白班') },
  } as unknown as Partial<Handbook>),
  people: [
    person('1001', { name: '王婷' }),
    person('1002', { name: HOSTILE }),
    person('1003', { name: '李娜' }),
    person('1004', { name: '周晓彤', hired: '2026-12-10' }),
    person('1007', { name: '李娜' }),
  ],
  leave: [leaveOf('1004', '2026-12-12', '2026-12-13')],
  requests: [wish('1001', '2026-12-05', '休', 2), wish('1003', '2026-12-03', '休'), wish('1004', '2026-12-12', '休')],
  previous: endingWith({ '1001': '晚晚休', '1002': '白白白', '1003': '夜夜休', '1007': '白休晚' }),
  calendar: calendar(['2026-12-17']),
});

export const judgement = check(roster, problem);
export const wished = wishAnswers(roster, problem);
