import { mix, tone } from '../../../lib/color.ts';
import { Engraving } from '../lettering.tsx';
import { FromAbove, GroundShadow, Metal, Pearls, Round, Stops } from '../paint.tsx';
import type { VesselProps } from '../vessel-props.ts';

const bullet = 'M72 214 V118 C72 86 104 54 128 44 Q132 42 132 48 V214 Z';
const face = 'M72 118 C72 86 104 54 128 44 Q132 42 132 48 C132 82 106 112 78 124 Q72 126 72 118 Z';

/** An open lipstick beside its cap. */
export function Lipstick({ look, id }: VesselProps) {
  const collar = mix(look.accent, '#e9d9b8', 0.35);
  const glossy = look.finish === 'gloss' || look.finish === 'sheer';
  return (
    <g>
      <defs>
        <Round id={`${id}bullet`} color={look.color} finish={look.finish} />
        <linearGradient id={`${id}face`} x1="0" y1="1" x2="1" y2="0">
          <Stops
            of={[
              [0, tone(look.color, -0.1)],
              [0.5, tone(look.color, glossy ? 0.34 : 0.14)],
              [1, tone(look.color, glossy ? 0.56 : 0.26)],
            ]}
          />
        </linearGradient>
        <Metal id={`${id}collar`} color={collar} />
        <Metal id={`${id}case`} color={look.cap} />
        <FromAbove id={`${id}above`} light={0.2} dark={0.2} />
      </defs>
      <GroundShadow id={`${id}ground2`} cx={226} rx={50} />
      <rect x={182} y={196} width={88} height={196} rx={7} fill={`url(#${id}case)`} />
      <rect x={182} y={196} width={88} height={196} rx={7} fill={`url(#${id}above)`} />
      <rect x={185} y={198} width={82} height={2} rx={1} fill="#ffffff" opacity={0.45} />
      <rect x={182} y={376} width={88} height={5} fill={`url(#${id}collar)`} />
      <Engraving
        text={look.engraving}
        x={226}
        y={286}
        room={150}
        maxSize={40}
        surface={look.cap}
        vertical
      />
      <GroundShadow id={`${id}ground`} cx={102} rx={52} />
      <path d={bullet} fill={`url(#${id}bullet)`} />
      {look.finish === 'shimmer' && (
        <Pearls x={75} y={96} width={54} height={112} color={look.color} />
      )}
      <path d={face} fill={`url(#${id}face)`} />
      <path
        d={face}
        fill="none"
        stroke={tone(look.color, 0.3)}
        strokeOpacity={0.5}
        strokeWidth={1}
      />
      {glossy && (
        <path
          d="M84 200 V136"
          stroke="#ffffff"
          strokeWidth={5}
          strokeLinecap="round"
          opacity={0.55}
        />
      )}
      <rect x={72} y={202} width={60} height={12} fill={tone(look.color, -0.6)} opacity={0.3} />
      <rect x={64} y={212} width={76} height={58} rx={3} fill={`url(#${id}collar)`} />
      <rect x={64} y={262} width={76} height={8} fill="#1a0f08" opacity={0.24} />
      <rect x={64} y={214} width={76} height={1.4} fill="#ffffff" opacity={0.6} />
      <rect x={56} y={266} width={92} height={126} rx={6} fill={`url(#${id}case)`} />
      <rect x={56} y={266} width={92} height={126} rx={6} fill={`url(#${id}above)`} />
      <rect x={59} y={268} width={86} height={2} rx={1} fill="#ffffff" opacity={0.45} />
      <rect x={56} y={376} width={92} height={5} fill={`url(#${id}collar)`} />
    </g>
  );
}
