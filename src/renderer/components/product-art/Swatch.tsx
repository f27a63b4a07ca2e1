import { useId } from 'react';
import { mix, tone } from '../../lib/color.ts';
import type { Finish } from './look.ts';
import { Pearls, Stops } from './paint.tsx';

const smear =
  'M14 58 C8 38 22 20 42 15 C60 10 84 14 92 32 C99 48 92 70 78 82 C64 93 40 94 26 84 C18 78 17 68 14 58 Z';

interface SwatchProps {
  readonly color: string;
  readonly finish?: Finish | undefined;
  readonly className?: string;
}

/** A dab of the product on paper, in its finish. Never alone: its name stands beside it. */
export function Swatch({ color, finish = 'satin', className }: SwatchProps) {
  const id = useId();
  const light = { matte: 0.08, satin: 0.24, gloss: 0.5, shimmer: 0.4, sheer: 0.3 }[finish];
  return (
    <svg viewBox="0 0 104 104" className={className} aria-hidden="true">
      <defs>
        <radialGradient id={`${id}fill`} cx="0.34" cy="0.26" r="0.9">
          <Stops
            of={[
              [0, tone(color, light)],
              [0.42, color],
              [1, tone(color, finish === 'matte' ? -0.12 : -0.26)],
            ]}
          />
        </radialGradient>
        <clipPath id={`${id}clip`}>
          <path d={smear} />
        </clipPath>
      </defs>
      <path d={smear} fill="#2a180c" opacity={0.16} transform="translate(2.4 4)" />
      <path d={smear} fill={`url(#${id}fill)`} opacity={finish === 'sheer' ? 0.7 : 1} />
      <g clipPath={`url(#${id}clip)`}>
        {finish === 'shimmer' && <Pearls x={8} y={10} width={88} height={82} color={color} />}
        <path d="M18 74 C34 92 70 90 90 60 L96 96 H10 Z" fill={tone(color, -0.4)} opacity={0.16} />
        <path
          d="M30 62 C44 72 66 68 80 48"
          stroke={tone(color, -0.3)}
          strokeOpacity={0.3}
          strokeWidth={2}
          fill="none"
          strokeLinecap="round"
        />
        <path
          d="M26 50 C40 62 62 58 78 38"
          stroke={mix(color, '#ffffff', 0.5)}
          strokeOpacity={finish === 'matte' ? 0.22 : 0.5}
          strokeWidth={1.6}
          fill="none"
          strokeLinecap="round"
        />
      </g>
      {(finish === 'gloss' || finish === 'sheer') && (
        <path
          d="M24 46 C26 34 36 26 50 23"
          stroke="#ffffff"
          strokeWidth={6}
          fill="none"
          strokeLinecap="round"
          opacity={0.85}
        />
      )}
      {finish === 'satin' && (
        <path
          d="M24 48 C26 36 36 27 52 23"
          stroke="#ffffff"
          strokeWidth={7}
          fill="none"
          strokeLinecap="round"
          opacity={0.3}
        />
      )}
      <path
        d={smear}
        fill="none"
        stroke={tone(color, -0.45)}
        strokeOpacity={0.28}
        strokeWidth={1}
      />
    </svg>
  );
}
