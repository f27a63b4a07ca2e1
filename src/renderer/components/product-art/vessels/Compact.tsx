import { tone } from '../../../lib/color.ts';
import { BrandMark, Engraving } from '../lettering.tsx';
import { GroundShadow, Metal, Pearls, Stops } from '../paint.tsx';
import type { VesselProps } from '../vessel-props.ts';

/** An open compact: a mirror in the lid, the powder in front. */
export function Compact({ look, id }: VesselProps) {
  const lift = look.finish === 'matte' ? 0.1 : 0.3;
  return (
    <g>
      <defs>
        <Metal id={`${id}case`} color={look.cap} />
        <linearGradient id={`${id}mirror`} x1="0" y1="0" x2="1" y2="1">
          <Stops
            of={[
              [0, '#f7f4ee'],
              [0.32, '#d5d4cf'],
              [0.44, '#fbfaf7'],
              [0.56, '#c3c3bf'],
              [1, '#e6e3dc'],
            ]}
          />
        </linearGradient>
        <radialGradient id={`${id}pan`} cx="0.36" cy="0.28" r="0.85">
          <Stops
            of={[
              [0, tone(look.color, lift)],
              [0.55, look.color],
              [1, tone(look.color, -0.2)],
            ]}
          />
        </radialGradient>
      </defs>
      <GroundShadow id={`${id}ground`} cx={160} rx={126} />
      <ellipse cx={160} cy={150} rx={124} ry={118} fill={`url(#${id}case)`} />
      <ellipse cx={160} cy={150} rx={124} ry={118} fill="#ffffff" opacity={0.08} />
      <ellipse cx={160} cy={152} rx={109} ry={104} fill={tone(look.cap, -0.35)} />
      <ellipse cx={160} cy={153} rx={105} ry={100} fill={`url(#${id}mirror)`} />
      <path
        d="M84 118 C104 80 134 66 168 64"
        stroke="#ffffff"
        strokeWidth={7}
        fill="none"
        strokeLinecap="round"
        opacity={0.9}
      />
      <Engraving text={look.engraving} x={160} y={178} room={150} maxSize={26} surface="#d9d6cf" />
      <rect x={132} y={262} width={56} height={20} rx={6} fill={`url(#${id}case)`} />
      <path
        d="M30 318 V338 C30 371 88 392 160 392 C232 392 290 371 290 338 V318 Z"
        fill={`url(#${id}case)`}
      />
      <path
        d="M30 318 V338 C30 371 88 392 160 392 C232 392 290 371 290 338 V318 Z"
        fill="#1a0f08"
        opacity={0.12}
      />
      <ellipse cx={160} cy={318} rx={130} ry={58} fill={`url(#${id}case)`} />
      <ellipse cx={160} cy={318} rx={130} ry={58} fill="#ffffff" opacity={0.1} />
      <ellipse cx={160} cy={319} rx={106} ry={45} fill={tone(look.color, -0.5)} />
      <ellipse cx={160} cy={322} rx={104} ry={43} fill={`url(#${id}pan)`} />
      {look.finish === 'shimmer' && (
        <Pearls x={84} y={296} width={152} height={52} color={look.color} />
      )}
      <g opacity={0.5} transform="translate(0 4)">
        <ellipse
          cx={160}
          cy={318}
          rx={78}
          ry={31}
          fill="none"
          stroke={tone(look.color, -0.24)}
          strokeWidth={1.4}
        />
        <ellipse
          cx={160}
          cy={319.2}
          rx={78}
          ry={31}
          fill="none"
          stroke={tone(look.color, 0.4)}
          strokeWidth={1}
        />
      </g>
      <g transform="translate(160 326) scale(1 0.5)">
        <BrandMark brand={look.brand} x={0} y={0} width={110} size={24} surface={look.color} />
      </g>
    </g>
  );
}
