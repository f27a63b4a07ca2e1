/** Where something stands on the display, in CSS pixels. */
interface ScanBox {
  readonly top: number;
  readonly bottom: number;
}

/** What one press does something with. */
interface ScanTarget {
  readonly kind: 'target';
  /** Stays the same as long as the thing is there. */
  readonly id: string;
  readonly box: ScanBox;
}

/** What is gone into with a press: a part of the screen, a row, a list. */
export interface ScanGroup {
  readonly kind: 'group';
  readonly id: string;
  readonly children: readonly ScanNode[];
  /** Where the highlight is after one of its targets was pressed; on that target where it is not told. */
  readonly afterPress?: 'group' | 'start';
}

export type ScanNode = ScanTarget | ScanGroup;

/** What is highlighted: ids from the outermost group down. Empty when there is nothing. */
export type ScanPath = readonly string[];

/** So many are gone through one by one; more are gone through by rows first. UIX-81 */
const mostInARow = 7;
/** How many are taken together where all stand in one row or one column. */
const inLine = 5;

/** What is worth a stop: nothing empty, no group of one, no long line of targets. UIX-81 */
export function tidied(root: ScanGroup): ScanGroup {
  const children = root.children.flatMap((child): readonly ScanNode[] => {
    if (child.kind === 'target') return [child];
    const inner = tidied(child);
    return inner.children.length > 1 ? [inner] : inner.children;
  });
  const [only] = children;
  if (children.length === 1 && only?.kind === 'group') return only;
  const targets = children.flatMap((child) => (child.kind === 'target' ? [child] : []));
  const isLong = targets.length === children.length && targets.length > mostInARow;
  return { ...root, children: isLong ? inRows(targets) : children };
}

function inRows(targets: readonly ScanTarget[]): readonly ScanNode[] {
  const rows: ScanTarget[][] = [];
  for (const target of targets) {
    const row = rows.at(-1);
    if (row?.[0] !== undefined && isBeside(row[0].box, target.box)) row.push(target);
    else rows.push([target]);
  }
  const isLine = rows.length === 1 || rows.every(({ length }) => length === 1);
  const pieces = isLine
    ? Array.from({ length: Math.ceil(targets.length / inLine) }, (_, index) =>
        targets.slice(index * inLine, (index + 1) * inLine),
      )
    : rows;
  return pieces.flatMap((children): readonly ScanNode[] => {
    const [first] = children;
    if (first === undefined) return [];
    return children.length === 1 ? children : [{ kind: 'group', id: `${first.id}+`, children }];
  });
}

/** Whether more than half of the lower one's height is that of the other. */
function isBeside(one: ScanBox, other: ScanBox): boolean {
  const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return shared > (other.bottom - other.top) / 2;
}

/** The groups around what is highlighted, outermost first, and itself last; as far as they are there. */
function along(root: ScanGroup, path: ScanPath): readonly ScanNode[] {
  const nodes: ScanNode[] = [];
  let group: ScanNode | undefined = root;
  for (const id of path) {
    if (group?.kind !== 'group') break;
    group = group.children.find((child) => child.id === id);
    if (group === undefined) break;
    nodes.push(group);
  }
  return nodes;
}

export function nodeAt(root: ScanGroup, path: ScanPath): ScanNode | null {
  return along(root, path).at(-1) ?? null;
}

function begin({ children: [first] }: ScanGroup): ScanPath {
  return first === undefined ? [] : [first.id];
}

/** Where the highlight is after the screen changed: what it was on, else the group around, else the beginning. */
export function settledPath(root: ScanGroup, path: ScanPath): ScanPath {
  const there = along(root, path).map(({ id }) => id);
  return there.length === 0 ? begin(root) : there;
}

/** Time is up: on to the next one. After the last of a group, the group itself is next; after the very last, the first. */
export function nextPath(root: ScanGroup, path: ScanPath): ScanPath {
  const there = along(root, path).map(({ id }) => id);
  if (there.length < path.length || path.length === 0) return settledPath(root, path);
  const above = there.slice(0, -1);
  const around = above.length === 0 ? root : nodeAt(root, above);
  if (around?.kind !== 'group') return begin(root);
  const at = around.children.findIndex(({ id }) => id === there.at(-1));
  const next = around.children[at + 1];
  if (next !== undefined) return [...above, next.id];
  return above.length === 0 ? begin(root) : above;
}

/** A press of the switch: into a group, or `pressed` is the target that it is for. */
export function selected(
  root: ScanGroup,
  path: ScanPath,
): { readonly path: ScanPath; readonly pressed: string | null } {
  const nodes = along(root, path);
  const node = nodes.at(-1);
  const there = nodes.map(({ id }) => id);
  if (node === undefined) return { path: begin(root), pressed: null };
  if (node.kind === 'group') return { path: [...there, ...begin(node)], pressed: null };
  return { path: afterPress(root, nodes, there), pressed: node.id };
}

/** The innermost group that says so decides. */
function afterPress(root: ScanGroup, nodes: readonly ScanNode[], there: ScanPath): ScanPath {
  for (let depth = nodes.length - 1; depth >= 0; depth -= 1) {
    const group = depth === 0 ? root : nodes[depth - 1];
    if (group?.kind !== 'group' || group.afterPress === undefined) continue;
    if (group.afterPress === 'start' || depth === 0) return begin(root);
    return there.slice(0, depth);
  }
  return there;
}
