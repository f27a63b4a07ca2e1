import { lightnessOf, tone } from '../../lib/color.ts';
import { inkOn } from './paint.tsx';

const serif = "'Fraunces Variable', Georgia, serif";

/** Graphemes, because an accent over a letter takes no room of its own. */
function lengthOf(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length;
}

interface EngravingProps {
  readonly text: string | undefined;
  readonly x: number;
  readonly y: number;
  /** Room for the text along its own direction. */
  readonly room: number;
  readonly maxSize: number;
  /** The color that it is cut into. */
  readonly surface: string;
  readonly vertical?: boolean;
}

/** A text cut into the surface: a dark edge above, a light one below. */
export function Engraving({
  text,
  x,
  y,
  room,
  maxSize,
  surface,
  vertical = false,
}: EngravingProps) {
  if (text === undefined || text.trim() === '') return null;
  const size = Math.min(maxSize, room / Math.max(1, lengthOf(text) * 0.66));
  const dark = lightnessOf(surface) < 0.42;
  const cut = dark ? tone(surface, 0.8) : tone(surface, -0.8);
  const glint = dark ? tone(surface, -0.7) : tone(surface, 0.6);
  const common = {
    textAnchor: 'middle' as const,
    dominantBaseline: 'central' as const,
    fontFamily: serif,
    fontSize: size,
    fontWeight: 500,
    letterSpacing: size * 0.04,
  };
  return (
    <g transform={vertical ? `translate(${x} ${y}) rotate(-90)` : `translate(${x} ${y})`}>
      <text {...common} y={Math.max(0.7, size * 0.035)} fill={glint} opacity={0.75}>
        {text}
      </text>
      <text {...common} fill={cut}>
        {text}
      </text>
    </g>
  );
}

interface BrandMarkProps {
  readonly brand: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Size of the letters at most. */
  readonly size?: number;
  readonly surface: string;
  readonly accent?: string;
}

/** The maker's name and two hairlines, as printed on a vessel. */
export function BrandMark({ brand, x, y, width, size = 15, surface, accent }: BrandMarkProps) {
  const ink = inkOn(surface);
  const fitted = Math.min(size, width / Math.max(1, lengthOf(brand) * 0.64));
  return (
    <g fill={ink} textAnchor="middle">
      <text x={x} y={y} fontFamily={serif} fontSize={fitted} fontWeight={460} letterSpacing={0.4}>
        {brand}
      </text>
      <rect
        x={x - width * 0.2}
        y={y + fitted * 0.62}
        width={width * 0.4}
        height={0.9}
        opacity={0.55}
      />
      <rect
        x={x - width * 0.13}
        y={y + fitted * 0.62 + 5}
        width={width * 0.26}
        height={2.6}
        rx={1.3}
        fill={accent ?? ink}
        opacity={accent === undefined ? 0.35 : 0.9}
      />
    </g>
  );
}

interface PaperLabelProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly brand: string;
  readonly accent: string;
  /** Gradient that bends the label around the vessel. */
  readonly bend: string;
}

/** An apothecary's label: paper, a rule around, the name and the colour of what is inside. */
export function PaperLabel({ x, y, width, height, brand, accent, bend }: PaperLabelProps) {
  const middle = x + width / 2;
  const size = Math.min(height * 0.26, (width - 20) / Math.max(1, lengthOf(brand) * 0.6));
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} fill="#fbf6ec" />
      <rect x={x} y={y + 4} width={width} height={1} fill={accent} opacity={0.6} />
      <rect x={x} y={y + height - 5} width={width} height={1} fill={accent} opacity={0.6} />
      <text
        x={middle}
        y={y + height * 0.44}
        textAnchor="middle"
        fontFamily={serif}
        fontSize={size}
        fontWeight={480}
        fill="#2a2019"
      >
        {brand}
      </text>
      <rect
        x={middle - 16}
        y={y + height * 0.6}
        width={32}
        height={1}
        fill="#2a2019"
        opacity={0.5}
      />
      <rect
        x={middle - 27}
        y={y + height * 0.7}
        width={54}
        height={1.8}
        fill="#2a2019"
        opacity={0.28}
      />
      <rect
        x={middle - 20}
        y={y + height * 0.79}
        width={40}
        height={1.8}
        fill="#2a2019"
        opacity={0.28}
      />
      <rect x={x} y={y} width={width} height={height} fill={`url(#${bend})`} />
    </g>
  );
}
