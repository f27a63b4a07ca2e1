import { describe, expect, it } from 'vitest';
import {
  nextPath,
  type ScanGroup,
  type ScanNode,
  type ScanPath,
  selected,
  settledPath,
  tidied,
} from '../../../src/renderer/lib/scan-walk.ts';

function target(id: string, top = 0): ScanNode {
  return { kind: 'target', id, box: { top, bottom: top + 60 } };
}

function group(
  id: string,
  children: readonly ScanNode[],
  afterPress?: ScanGroup['afterPress'],
): ScanGroup {
  return { kind: 'group', id, children, ...(afterPress !== undefined && { afterPress }) };
}

/** A screen as most are: a header, a part with a list in it, one next thing to do, and the bar. */
const screen = group('screen', [
  group('header', [target('back'), target('bag')]),
  group('choice', [target('red'), target('pink')], 'group'),
  target('next'),
  group('bar', [target('language'), target('help')]),
]);

/** Where the highlight is after each of so many steps. */
function steps(root: ScanGroup, from: ScanPath, count: number): readonly string[] {
  const seen: string[] = [];
  let path = from;
  for (let step = 0; step < count; step += 1) {
    path = nextPath(root, path);
    seen.push(path.join('/'));
  }
  return seen;
}

describe('going on', () => {
  it('UIX-80: goes through the parts, and from the last to the first', () => {
    expect(steps(screen, [], 6)).toEqual(['header', 'choice', 'next', 'bar', 'header', 'choice']);
  });

  it('UIX-80: inside a part goes through its targets, and after the last leaves it', () => {
    const inside = selected(screen, ['header']);
    expect(inside).toEqual({ path: ['header', 'back'], pressed: null });
    expect(steps(screen, inside.path, 3)).toEqual(['header/bag', 'header', 'choice']);
  });
});

describe('a press', () => {
  it('UIX-80: on a target presses it, and stays so that it can be pressed again', () => {
    expect(selected(screen, ['next'])).toEqual({ path: ['next'], pressed: 'next' });
    expect(selected(screen, ['bar', 'help'])).toEqual({ path: ['bar', 'help'], pressed: 'help' });
  });

  it('UIX-81: in a list of which one is chosen leaves it, also from one of its rows', () => {
    expect(selected(screen, ['choice', 'pink'])).toEqual({ path: ['choice'], pressed: 'pink' });
    const rows = group('screen', [
      target('a'),
      group('shades', [group('row', [target('x'), target('y')]), target('z')], 'group'),
    ]);
    expect(selected(rows, ['shades', 'row', 'y'])).toEqual({ path: ['shades'], pressed: 'y' });
  });

  it('UIX-82: on a key begins with the first row again', () => {
    const rows = [
      group('row 1', [target('q'), target('w')]),
      group('row 2', [target('a'), target('s')]),
    ];
    const keyboard = group('keyboard', rows, 'start');
    expect(selected(keyboard, ['row 2', 's'])).toEqual({ path: ['row 1'], pressed: 's' });
  });

  it('UIX-80: on what is gone presses nothing', () => {
    expect(selected(screen, [])).toEqual({ path: ['header'], pressed: null });
    expect(selected(group('empty', []), ['gone'])).toEqual({ path: [], pressed: null });
  });
});

describe('a screen that changed', () => {
  it('UIX-82: stays where it was, else goes to the part around, else begins', () => {
    expect(settledPath(screen, ['bar', 'help'])).toEqual(['bar', 'help']);
    expect(settledPath(screen, ['bar', 'gone'])).toEqual(['bar']);
    expect(settledPath(screen, ['gone', 'help'])).toEqual(['header']);
    expect(nextPath(screen, ['gone'])).toEqual(['header']);
    const dialog = group('dialog', [target('close'), target('leave'), target('stay')]);
    expect(settledPath(dialog, ['bar', 'help'])).toEqual(['close']);
    expect(settledPath(group('nothing', []), ['bar'])).toEqual([]);
  });
});

describe('what is worth a stop', () => {
  it('UIX-81: no empty part, no part of one', () => {
    const untidy = group('screen', [
      group('empty', [group('deeper', [])]),
      group('one', [group('in one', [target('only')])]),
      group('two', [target('a'), target('b')]),
    ]);
    expect(tidied(untidy).children.map(({ id }) => id)).toEqual(['only', 'two']);
  });

  it('UIX-81: a screen of one part is gone into at once', () => {
    const alone = group('screen', [group('list', [target('a'), target('b')])]);
    expect(tidied(alone).children.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('UIX-81: more than seven are gone through by their rows on the display', () => {
    const tops = [0, 4, 0, 100, 100, 100, 200, 200, 300];
    const many = group(
      'shades',
      tops.map((top, index) => target(`s${index}`, top)),
    );
    const rows = tidied(many).children;
    expect(rows.map((row) => (row.kind === 'group' ? row.children.length : row.id))).toEqual([
      3,
      3,
      2,
      's8',
    ]);
  });

  it('UIX-81: one long row or column is gone through in fives', () => {
    const row = group(
      'steps',
      Array.from({ length: 8 }, (_, index) => target(`p${index}`)),
    );
    expect(tidied(row).children.map((piece) => piece.kind)).toEqual(['group', 'group']);
    const column = group(
      'lines',
      Array.from({ length: 12 }, (_, index) => target(`l${index}`, index * 100)),
    );
    const pieces = tidied(column).children;
    expect(pieces.map((piece) => (piece.kind === 'group' ? piece.children.length : 1))).toEqual([
      5, 5, 2,
    ]);
  });

  it('UIX-80: every target is reached, however deep it lies', () => {
    const deep = tidied(
      group('screen', [
        group('a', [group('b', [target('b1'), target('b2')]), target('a1')]),
        group(
          'c',
          Array.from({ length: 30 }, (_, index) => target(`c${index}`, index * 20)),
        ),
      ]),
    );
    const wanted = ['b1', 'b2', 'a1', ...Array.from({ length: 30 }, (_, index) => `c${index}`)];
    expect(wanted.filter((id) => !reached(deep).has(id))).toEqual([]);
  });
});

/** Everything that is pressed by whoever goes into every part. */
function reached(root: ScanGroup): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const paths: ScanPath[] = [settledPath(root, [])];
  for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
    if (seen.has(path.join('/'))) continue;
    seen.add(path.join('/'));
    const { path: after, pressed } = selected(root, path);
    if (pressed !== null) found.add(pressed);
    paths.push(after, nextPath(root, path));
  }
  return found;
}
