import { lightnessOf, mix, tone } from '../../lib/color.ts';
import type { Finish } from './look.ts';

/** Shared paint of the vessels. Light falls from the upper left; the ground is at y = 392. */
const groundY = 392;

type Stop = readonly [offset: number, color: string, opacity?: number];

export function Stops({ of }: { readonly of: readonly Stop[] }) {
  return of.map(([offset, color, opacity = 1]) => (
    <stop key={offset} offset={offset} stopColor={color} stopOpacity={opacity} />
  ));
}

/** How far a finish swings between its light and its dark side, and how sharp its light is. */
const sheen: Readonly<Record<Finish, { readonly light: number; readonly dark: number }>> = {
  matte: { light: 0.1, dark: 0.24 },
  satin: { light: 0.3, dark: 0.3 },
  gloss: { light: 0.68, dark: 0.38 },
  shimmer: { light: 0.5, dark: 0.28 },
  sheer: { light: 0.42, dark: 0.2 },
};

interface FillProps {
  readonly id: string;
  readonly color: string;
}

/** A round, upright surface. */
export function Round({ id, color, finish }: FillProps & { readonly finish: Finish }) {
  const { light, dark } = sheen[finish];
  return (
    <linearGradient id={id} x1="0" y1="0" x2="1" y2="0">
      <Stops
        of={[
          [0, tone(color, -dark * 1.05)],
          [0.1, tone(color, -dark * 0.35)],
          [0.22, tone(color, light * 0.7)],
          [0.29, tone(color, light)],
          [0.38, tone(color, light * 0.3)],
          [0.58, color],
          [0.86, tone(color, -dark)],
          [0.96, tone(color, -dark * 0.8)],
          [1, tone(color, -dark * 0.55)],
        ]}
      />
    </linearGradient>
  );
}

/** Polished metal or lacquer: hard bands of warm light between deep ones. */
export function Metal({ id, color }: FillProps) {
  const isDark = lightnessOf(color) < 0.45;
  const lit = (amount: number) => mix(color, '#fff7e6', isDark ? amount * 0.42 : amount);
  return (
    <linearGradient id={id} x1="0" y1="0" x2="1" y2="0">
      <Stops
        of={[
          [0, tone(color, -0.46)],
          [0.06, tone(color, -0.14)],
          [0.15, lit(0.34)],
          [0.215, lit(0.84)],
          [0.27, lit(0.62)],
          [0.34, lit(0.16)],
          [0.5, tone(color, -0.04)],
          [0.68, tone(color, -0.2)],
          [0.83, tone(color, -0.42)],
          [0.92, lit(0.1)],
          [0.95, lit(0.2)],
          [1, tone(color, -0.46)],
        ]}
      />
    </linearGradient>
  );
}

/** The wall of a clear glass vessel: dark at its edges, nothing in the middle. */
export function GlassWall({
  id,
  tint = '#5d564d',
}: {
  readonly id: string;
  readonly tint?: string;
}) {
  return (
    <linearGradient id={id} x1="0" y1="0" x2="1" y2="0">
      <Stops
        of={[
          [0, tint, 0.5],
          [0.05, tint, 0.16],
          [0.12, '#ffffff', 0.4],
          [0.3, '#ffffff', 0.12],
          [0.7, '#ffffff', 0.1],
          [0.9, '#ffffff', 0.34],
          [0.95, tint, 0.2],
          [1, tint, 0.55],
        ]}
      />
    </linearGradient>
  );
}

/** Light that fades downwards: what makes a flat surface look lit from above. */
export function FromAbove({
  id,
  light = 0.35,
  dark = 0.22,
}: {
  readonly id: string;
  readonly light?: number;
  readonly dark?: number;
}) {
  return (
    <linearGradient id={id} x1="0" y1="0" x2="0" y2="1">
      <Stops
        of={[
          [0, '#ffffff', light],
          [0.45, '#ffffff', 0],
          [0.55, '#1a0f08', 0],
          [1, '#1a0f08', dark],
        ]}
      />
    </linearGradient>
  );
}

/** A soft shadow where the vessel stands: tight and dark below, wide and faint to the right. */
export function GroundShadow({
  id,
  cx,
  rx,
}: {
  readonly id: string;
  readonly cx: number;
  readonly rx: number;
}) {
  return (
    <g>
      <radialGradient id={id}>
        <Stops
          of={[
            [0, '#2a180c', 0.42],
            [0.55, '#2a180c', 0.2],
            [1, '#2a180c', 0],
          ]}
        />
      </radialGradient>
      <ellipse cx={cx + rx * 0.16} cy={groundY + 1} rx={rx * 1.34} ry={17} fill={`url(#${id})`} />
      <ellipse cx={cx} cy={groundY} rx={rx * 1.02} ry={7} fill={`url(#${id})`} />
    </g>
  );
}

/** Places of the pearls of a shimmer finish, in percent; a fixed scatter, so that drawings never flicker. */
const pearls: readonly (readonly [x: number, y: number, r: number])[] = [
  [8, 12, 1.1],
  [19, 30, 0.8],
  [31, 8, 1.3],
  [43, 22, 0.7],
  [57, 11, 1],
  [68, 28, 1.4],
  [81, 9, 0.8],
  [92, 24, 1],
  [12, 47, 1.3],
  [25, 58, 0.9],
  [38, 41, 1.1],
  [50, 52, 1.5],
  [63, 44, 0.8],
  [76, 55, 1.1],
  [88, 42, 1.3],
  [6, 73, 0.8],
  [18, 84, 1.2],
  [33, 71, 0.9],
  [46, 88, 1.1],
  [59, 74, 1.2],
  [71, 83, 0.7],
  [84, 70, 1.2],
  [95, 88, 0.9],
  [28, 95, 0.8],
  [54, 33, 0.7],
  [73, 66, 0.8],
  [40, 62, 0.7],
  [15, 20, 0.6],
  [86, 92, 0.7],
  [65, 94, 0.9],
];

export function Pearls({
  x,
  y,
  width,
  height,
  color,
}: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
}) {
  const light = mix(color, '#fff6e6', 0.78);
  return pearls.map(([left, top, r]) => (
    <circle
      key={`${left}-${top}`}
      cx={x + (left / 100) * width}
      cy={y + (top / 100) * height}
      r={r * Math.max(1, Math.min(width, height) / 90)}
      fill={light}
      opacity={0.5 + r / 4}
    />
  ));
}

/** The colour that can be read on `surface`. */
export function inkOn(surface: string): string {
  return lightnessOf(surface) > 0.62 ? '#2a2019' : '#fbf5ea';
}
