import { tone } from '../../../lib/color.ts';
import { BrandMark, Engraving } from '../lettering.tsx';
import { FromAbove, GroundShadow, Metal, Pearls, Round } from '../paint.tsx';
import type { VesselProps } from '../vessel-props.ts';

/** A tall cylinder with a pump: shampoos, washes, lotions. */
export function Pump({ look, id }: VesselProps) {
  return (
    <g>
      <defs>
        <Round id={`${id}fill`} color={look.color} finish={look.finish} />
        <Metal id={`${id}cap`} color={look.cap} />
        <Metal id={`${id}accent`} color={look.accent} />
        <FromAbove id={`${id}above`} light={0.2} dark={0.24} />
      </defs>
      <GroundShadow id={`${id}ground`} cx={160} rx={76} />
      <rect x={155} y={84} width={10} height={46} fill={`url(#${id}cap)`} />
      <path
        d="M196 52 Q204 52 204 60 V82 Q204 88 198 88 H140 L112 86 Q98 85 95 104 L84 104 Q84 66 112 62 L140 58 Q150 52 160 52 Z"
        fill={`url(#${id}cap)`}
      />
      <path
        d="M196 52 Q204 52 204 60 V82 Q204 88 198 88 H140 L112 86 Q98 85 95 104 L84 104 Q84 66 112 62 L140 58 Q150 52 160 52 Z"
        fill={`url(#${id}above)`}
      />
      <path
        d="M92 78 Q98 67 116 66 L142 62 Q150 57 160 57 H196"
        stroke="#ffffff"
        strokeWidth={1.8}
        fill="none"
        strokeLinecap="round"
        opacity={0.55}
      />
      <rect x={128} y={116} width={64} height={42} rx={5} fill={`url(#${id}cap)`} />
      <rect x={128} y={150} width={64} height={8} fill="#1a0f08" opacity={0.2} />
      <path
        d="M86 196 C86 166 108 156 128 156 H192 C212 156 234 166 234 196 V376 Q234 392 216 392 H104 Q86 392 86 376 Z"
        fill={`url(#${id}fill)`}
      />
      {look.finish === 'shimmer' && (
        <Pearls x={92} y={180} width={136} height={206} color={look.color} />
      )}
      <path
        d="M86 196 C86 166 108 156 128 156 H192 C212 156 234 166 234 196 V376 Q234 392 216 392 H104 Q86 392 86 376 Z"
        fill={`url(#${id}above)`}
      />
      <path
        d="M104 376 V204 C104 184 112 174 124 168"
        stroke="#ffffff"
        strokeWidth={5}
        fill="none"
        strokeLinecap="round"
        opacity={look.finish === 'matte' ? 0.16 : 0.5}
      />
      <rect x={86} y={330} width={148} height={10} fill={`url(#${id}accent)`} opacity={0.9} />
      <path
        d="M86 374 Q160 382 234 374"
        stroke={tone(look.color, -0.4)}
        strokeOpacity={0.35}
        fill="none"
      />
      <BrandMark brand={look.brand} x={160} y={262} width={118} size={20} surface={look.color} />
      <Engraving
        text={look.engraving}
        x={160}
        y={304}
        room={116}
        maxSize={20}
        surface={look.color}
      />
    </g>
  );
}
