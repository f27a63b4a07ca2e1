import { mix, tone } from '../../../lib/color.ts';
import { BrandMark, Engraving } from '../lettering.tsx';
import { FromAbove, GlassWall, GroundShadow, Metal, Pearls, Round } from '../paint.tsx';
import type { VesselProps } from '../vessel-props.ts';

/** A square-shouldered glass bottle with a heavy base: foundations and toners. */
export function Bottle({ look, id }: VesselProps) {
  const frosted = look.finish === 'matte';
  const opacity = look.finish === 'sheer' ? 0.72 : 1;
  return (
    <g>
      <defs>
        <Round id={`${id}fill`} color={look.color} finish={look.finish} />
        <GlassWall id={`${id}glass`} />
        <Metal id={`${id}cap`} color={look.cap} />
        <FromAbove id={`${id}above`} light={0.22} dark={0.28} />
      </defs>
      <GroundShadow id={`${id}ground`} cx={160} rx={74} />
      <rect x={90} y={168} width={140} height={224} rx={22} fill="#fffdf8" opacity={0.55} />
      <rect
        x={103}
        y={190}
        width={114}
        height={178}
        rx={13}
        fill={`url(#${id}fill)`}
        opacity={opacity}
      />
      {look.finish === 'shimmer' && (
        <Pearls x={106} y={194} width={108} height={170} color={look.color} />
      )}
      <rect
        x={103}
        y={190}
        width={114}
        height={12}
        rx={6}
        fill={tone(look.color, 0.34)}
        opacity={0.55}
      />
      <rect x={90} y={168} width={140} height={224} rx={22} fill={`url(#${id}glass)`} />
      <path
        d="M96 372 Q160 383 224 372 L222 384 Q160 394 98 384 Z"
        fill={mix(look.color, '#ffffff', 0.55)}
        opacity={0.6}
      />
      <path
        d="M91 366 H229 V372 Q229 391 208 391 H112 Q91 391 91 372 Z"
        fill="#3a2d22"
        opacity={0.12}
      />
      <rect
        x={90.6}
        y={168.6}
        width={138.8}
        height={222.8}
        rx={21.4}
        fill="none"
        stroke="#4b4036"
        strokeOpacity={0.36}
        strokeWidth={1.2}
      />
      <rect
        x={97}
        y={182}
        width={7}
        height={190}
        rx={3.5}
        fill="#ffffff"
        opacity={frosted ? 0.3 : 0.78}
      />
      <rect
        x={218}
        y={190}
        width={3.4}
        height={170}
        rx={1.7}
        fill="#ffffff"
        opacity={frosted ? 0.2 : 0.5}
      />
      {frosted && (
        <rect x={91} y={169} width={138} height={222} rx={21} fill="#fffaf2" opacity={0.16} />
      )}
      <rect x={134} y={146} width={52} height={24} fill={`url(#${id}cap)`} />
      <rect x={134} y={146} width={52} height={24} fill="#1a0f08" opacity={0.2} />
      <rect x={118} y={40} width={84} height={110} rx={7} fill={`url(#${id}cap)`} />
      <rect x={118} y={40} width={84} height={110} rx={7} fill={`url(#${id}above)`} />
      <rect x={121} y={42} width={78} height={2} rx={1} fill="#ffffff" opacity={0.5} />
      <Engraving text={look.engraving} x={160} y={98} room={72} maxSize={26} surface={look.cap} />
      <BrandMark brand={look.brand} x={160} y={284} width={96} surface={look.color} />
    </g>
  );
}
