import { tone } from '../../../lib/color.ts';
import { BrandMark, Engraving } from '../lettering.tsx';
import { FromAbove, GlassWall, GroundShadow, Metal, Pearls, Stops } from '../paint.tsx';
import type { VesselProps } from '../vessel-props.ts';

const body =
  'M126 244 H194 C224 244 238 262 240 288 L244 352 Q246 392 206 392 H114 Q74 392 76 352 L80 288 C82 262 96 244 126 244 Z';
const inside =
  'M130 256 H190 C214 256 227 270 229 292 L232 348 Q233 378 204 378 H116 Q87 378 88 348 L91 292 C93 270 106 256 130 256 Z';

/** A nail polish bottle under its tall, slightly tapered cap. */
export function Polish({ look, id }: VesselProps) {
  const matte = look.finish === 'matte';
  return (
    <g>
      <defs>
        <radialGradient id={`${id}fill`} cx="0.32" cy="0.28" r="0.95">
          <Stops
            of={[
              [0, tone(look.color, matte ? 0.14 : 0.4)],
              [0.4, look.color],
              [1, tone(look.color, -0.34)],
            ]}
          />
        </radialGradient>
        <GlassWall id={`${id}glass`} tint={tone(look.color, -0.5)} />
        <Metal id={`${id}cap`} color={look.cap} />
        <FromAbove id={`${id}above`} light={0.22} dark={0.3} />
      </defs>
      <GroundShadow id={`${id}ground`} cx={160} rx={86} />
      <path d={body} fill="#fffdf8" opacity={0.6} />
      <path d={inside} fill={`url(#${id}fill)`} opacity={look.finish === 'sheer' ? 0.62 : 1} />
      {look.finish === 'shimmer' && (
        <Pearls x={96} y={262} width={128} height={110} color={look.color} />
      )}
      <path d={body} fill={`url(#${id}glass)`} />
      <path
        d={body}
        fill="none"
        stroke={tone(look.color, -0.6)}
        strokeOpacity={0.35}
        strokeWidth={1.2}
      />
      <path
        d="M98 344 L101 294 C102 280 110 270 122 266"
        stroke="#ffffff"
        strokeWidth={8}
        fill="none"
        strokeLinecap="round"
        opacity={matte ? 0.28 : 0.85}
      />
      <path
        d="M222 300 L225 346"
        stroke="#ffffff"
        strokeWidth={4}
        strokeLinecap="round"
        opacity={matte ? 0.16 : 0.5}
      />
      <BrandMark brand={look.brand} x={162} y={328} width={96} size={18} surface={look.color} />
      <rect x={134} y={228} width={52} height={18} fill={`url(#${id}cap)`} />
      <path
        d="M136 44 Q137 34 146 34 H174 Q183 34 184 44 L194 226 Q194 236 184 236 H136 Q126 236 126 226 Z"
        fill={`url(#${id}cap)`}
      />
      <path
        d="M136 44 Q137 34 146 34 H174 Q183 34 184 44 L194 226 Q194 236 184 236 H136 Q126 236 126 226 Z"
        fill={`url(#${id}above)`}
      />
      <rect x={127} y={214} width={66} height={3} fill={look.accent} opacity={0.55} />
      <Engraving
        text={look.engraving}
        x={160}
        y={132}
        room={150}
        maxSize={32}
        surface={look.cap}
        vertical
      />
    </g>
  );
}
