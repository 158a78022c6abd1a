import { describe, expect, it } from 'vitest';
import { isProperRole, kindsByName } from '../../../src/entities/resolve/proper-roles.js';

const called = (kind: 'person' | 'organisation' | 'place', ...aliases: string[]) => ({
  kind,
  aliases: aliases.map((text) => ({ text })),
});
const names = kindsByName([
  called('person', 'Ann Holm', 'Анна Хольм', 'Queen'),
  called('organisation', 'Lark Motors'),
  called('place', 'Lark Island'),
]);

describe('a role', () => {
  it.each([
    'president',
    'Queen',
    'First Lady',
    'Lark Motors Chairman',
    'Lark Motors',
    'Minister of Trade and Industry',
    'head of the port',
    'pediatrician',
    'Chủ tịch Hiệp hội Cảng',
    '라크그룹 회장',
    '回声公司董事长',
  ])('may be %j', (role) => {
    expect(isProperRole(role, names)).toBe(true);
  });

  it.each([
    ['the name of a person', 'Ann Holm'],
    ['the same in other case', 'ann holm'],
    ['the name in another script', 'Анна Хольм'],
    ['a place', 'Lark Island'],
    ['a name that nobody here bears', 'Jonas Berg'],
    ['two names', 'Jonas Berg and Mara Quill'],
    ['a title with a name behind it', 'Dr. Quill'],
    ['whose report it is', "by Holm's account"],
    ['what somebody was', 'once an ordinary delegate'],
    ['a comparison', 'as co-host'],
    ['a relative of somebody unsaid', 'her father'],
    ['a clause of a language without titles in it', 'nhờ hai người mà ông có một tấm ảnh'],
    ['a name in Korean letters', '박소윤'],
  ])('is never %s: %j', (_, role) => {
    expect(isProperRole(role, names)).toBe(false);
  });
});
