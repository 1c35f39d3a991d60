import { describe, expect, test } from 'vitest';
import { joinNames } from '@/lib/languages/join-names.ts';

describe('Names in a list', () => {
  test.each([
    ['en-GB', ['Raqqa'], 'Raqqa'],
    ['en-GB', ['Raqqa', 'Ain Issa', 'Damascus'], 'Raqqa, Ain Issa and Damascus'],
    ['en-US', ['Raqqa', 'Ain Issa', 'Damascus'], 'Raqqa, Ain Issa, and Damascus'],
    ['ar', ['الرقة', 'دمشق'], 'الرقة ودمشق'],
    ['ar', ['الرقة', 'عين عيسى', 'دمشق'], 'الرقة، عين عيسى ودمشق'],
    ['ar-IQ-u-nu-latn', ['الرقة', 'عين عيسى', 'بغداد', 'دمشق'], 'الرقة، عين عيسى، بغداد ودمشق'],
  ])('are joined in %s as newspapers do: %j', (lang, names, expected) => {
    expect(joinNames(names, lang)).toBe(expected);
  });

  test('are none', () => {
    expect(joinNames([], 'ar')).toBe('');
  });
});
