import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { required } from '#shared/lib/assert.ts';

const styles = join(import.meta.dirname, '../../../src/renderer/styles');
const tokens = readFileSync(join(styles, 'tokens.css'), 'utf8');
/** What high contrast sets anew. */
const comfort = readFileSync(join(styles, 'comfort.css'), 'utf8');

function colorIn(css: string, name: string): string {
  const value = new RegExp(`--bb-${name}: (#[0-9a-f]{6});`).exec(css)?.[1];
  return required(value, `color token ${name}`);
}

/** Relative luminance and contrast ratio as in WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(css: string, one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other]
    .map((name) => luminance(colorIn(css, name)))
    .sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Which text stands on which surface. */
const pairs = [
  ['ink', 'paper'],
  ['ink', 'paper-raised'],
  ['ink', 'paper-sunk'],
  ['ink', 'accent-wash'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'paper-raised'],
  ['ink-soft', 'paper-sunk'],
  ['ink-soft', 'accent-wash'],
  ['accent', 'paper'],
  ['accent', 'paper-raised'],
  ['accent-deep', 'accent-wash'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-deep'],
  ['on-accent', 'ink'],
  ['notice', 'notice-wash'],
  ['danger', 'danger-wash'],
  ['danger', 'paper'],
  ['danger', 'paper-raised'],
] as const;
const surfaces = ['paper', 'paper-raised', 'paper-sunk'] as const;

describe('UIX-15 contrast', () => {
  test.each(pairs)('%s on %s is at least 7:1', (text, surface) => {
    expect(contrast(tokens, text, surface)).toBeGreaterThanOrEqual(7);
  });

  test.each(surfaces)('control borders on %s keep 3:1', (surface) => {
    expect(contrast(tokens, 'line-strong', surface)).toBeGreaterThanOrEqual(3);
    expect(contrast(tokens, 'accent', surface)).toBeGreaterThanOrEqual(3);
  });
});

describe('UIX-53 high contrast', () => {
  test.each(pairs)('%s on %s is at least 10:1', (text, surface) => {
    expect(contrast(comfort, text, surface)).toBeGreaterThanOrEqual(10);
  });

  test.each(surfaces)('every border on %s keeps 4.5:1, that of a control 10:1', (surface) => {
    expect(contrast(comfort, 'line', surface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(comfort, 'line-strong', surface)).toBeGreaterThanOrEqual(10);
  });
});
