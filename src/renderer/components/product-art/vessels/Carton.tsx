import { tone } from '../../../lib/color.ts';
import { BrandMark, Engraving } from '../lettering.tsx';
import { FromAbove, GroundShadow, Pearls } from '../paint.tsx';
import type { VesselProps } from '../vessel-props.ts';

/** A folding carton: sets, refills and whatever has no vessel of its own. */
export function Carton({ look, id }: VesselProps) {
  return (
    <g>
      <defs>
        <FromAbove id={`${id}above`} light={0.24} dark={0.14} />
      </defs>
      <GroundShadow id={`${id}ground`} cx={168} rx={102} />
      <path d="M222 118 L266 92 V372 L222 392 Z" fill={tone(look.color, -0.34)} />
      <path d="M70 118 L116 92 H266 L222 118 Z" fill={tone(look.color, 0.3)} />
      <rect x={70} y={118} width={152} height={274} fill={look.color} />
      {look.finish === 'shimmer' && (
        <Pearls x={74} y={122} width={144} height={264} color={look.color} />
      )}
      <rect x={70} y={118} width={152} height={274} fill={`url(#${id}above)`} />
      <path d="M70 312 H222 L266 293 V325 L222 345 H70 Z" fill={look.accent} opacity={0.92} />
      <path d="M222 312 L266 293 V325 L222 345 Z" fill="#1a0f08" opacity={0.25} />
      <path d="M222 118 V392" stroke={tone(look.color, 0.45)} strokeWidth={1.2} opacity={0.7} />
      <path
        d="M70 118 H222 L266 92"
        stroke={tone(look.color, 0.6)}
        strokeWidth={1}
        fill="none"
        opacity={0.8}
      />
      <path
        d="M132 118 q14 20 28 0"
        stroke={tone(look.color, -0.4)}
        strokeOpacity={0.6}
        fill="none"
      />
      <BrandMark brand={look.brand} x={146} y={214} width={124} size={22} surface={look.color} />
      <Engraving
        text={look.engraving}
        x={146}
        y={262}
        room={124}
        maxSize={22}
        surface={look.color}
      />
    </g>
  );
}
