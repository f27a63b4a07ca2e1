import { tone } from '../../../lib/color.ts';
import { BrandMark, Engraving } from '../lettering.tsx';
import { FromAbove, GroundShadow, Metal, Pearls, Round } from '../paint.tsx';
import type { VesselProps } from '../vessel-props.ts';

const body = 'M88 52 H232 C230 180 222 280 212 332 H108 C98 280 90 180 88 52 Z';
const crimps = Array.from({ length: 22 }, (_, index) => 93 + index * 6.4);

/** A squeeze tube standing on its cap: creams, gels, sunscreens. */
export function Tube({ look, id }: VesselProps) {
  return (
    <g>
      <defs>
        <Round id={`${id}fill`} color={look.color} finish={look.finish} />
        <Metal id={`${id}cap`} color={look.cap} />
        <FromAbove id={`${id}above`} light={0.3} dark={0.16} />
      </defs>
      <GroundShadow id={`${id}ground`} cx={160} rx={58} />
      <path d={body} fill={`url(#${id}fill)`} />
      {look.finish === 'shimmer' && (
        <Pearls x={104} y={80} width={112} height={240} color={look.color} />
      )}
      <path d={body} fill={`url(#${id}above)`} />
      <path
        d="M120 76 C128 170 124 250 118 318 C108 250 100 170 100 76 Z"
        fill="#ffffff"
        opacity={look.finish === 'matte' ? 0.1 : 0.24}
      />
      <path
        d="M224 80 C216 180 210 260 204 326"
        stroke={tone(look.color, -0.5)}
        strokeOpacity={0.18}
        strokeWidth={7}
        fill="none"
      />
      <rect x={86} y={34} width={148} height={22} rx={2} fill={tone(look.color, 0.1)} />
      {crimps.map((x) => (
        <rect
          key={x}
          x={x}
          y={36}
          width={1.6}
          height={18}
          fill={tone(look.color, -0.35)}
          opacity={0.38}
        />
      ))}
      <rect x={86} y={55} width={148} height={1.4} fill={tone(look.color, -0.5)} opacity={0.3} />
      <rect x={112} y={326} width={96} height={66} rx={8} fill={`url(#${id}cap)`} />
      <rect x={112} y={332} width={96} height={1.2} fill="#ffffff" opacity={0.4} />
      <rect x={112} y={326} width={96} height={5} rx={2} fill="#1a0f08" opacity={0.2} />
      <BrandMark
        brand={look.brand}
        x={160}
        y={166}
        width={104}
        size={21}
        surface={look.color}
        accent={look.accent}
      />
      <Engraving text={look.engraving} x={160} y={362} room={84} maxSize={22} surface={look.cap} />
    </g>
  );
}
