import { mix, tone } from '../../../lib/color.ts';
import { BrandMark, Engraving } from '../lettering.tsx';
import { FromAbove, GroundShadow, Metal, Pearls, Round } from '../paint.tsx';
import type { VesselProps } from '../vessel-props.ts';

const dome = 'M120 226 V116 C120 74 140 58 160 58 C180 58 200 74 200 116 V226 Z';

/** A twist-up stick: balms, concealers, blush sticks. */
export function Stick({ look, id }: VesselProps) {
  return (
    <g>
      <defs>
        <Round id={`${id}fill`} color={look.color} finish={look.finish} />
        <Metal id={`${id}case`} color={look.cap} />
        <Metal id={`${id}collar`} color={mix(look.accent, '#e9d9b8', 0.35)} />
        <FromAbove id={`${id}above`} light={0.3} dark={0.14} />
      </defs>
      <GroundShadow id={`${id}ground`} cx={160} rx={62} />
      <path d={dome} fill={`url(#${id}fill)`} />
      {look.finish === 'shimmer' && (
        <Pearls x={124} y={84} width={72} height={136} color={look.color} />
      )}
      <path d={dome} fill={`url(#${id}above)`} />
      <ellipse
        cx={148}
        cy={88}
        rx={13}
        ry={18}
        fill="#ffffff"
        opacity={look.finish === 'matte' ? 0.12 : 0.4}
        transform="rotate(18 148 88)"
      />
      <rect x={120} y={214} width={80} height={12} fill={tone(look.color, -0.6)} opacity={0.28} />
      <rect x={110} y={222} width={100} height={30} rx={3} fill={`url(#${id}collar)`} />
      <rect x={102} y={248} width={116} height={144} rx={8} fill={`url(#${id}case)`} />
      <rect
        x={102}
        y={248}
        width={116}
        height={144}
        rx={8}
        fill={`url(#${id}above)`}
        opacity={0.7}
      />
      <rect x={105} y={250} width={110} height={2} rx={1} fill="#ffffff" opacity={0.45} />
      <rect x={102} y={366} width={116} height={1.2} fill="#1a0f08" opacity={0.35} />
      <BrandMark brand={look.brand} x={160} y={298} width={92} size={18} surface={look.cap} />
      <Engraving text={look.engraving} x={160} y={342} room={98} maxSize={22} surface={look.cap} />
    </g>
  );
}
