import { mix, tone } from '../../../lib/color.ts';
import { BrandMark, Engraving } from '../lettering.tsx';
import { FromAbove, GlassWall, GroundShadow, Metal, Pearls, Stops } from '../paint.tsx';
import type { VesselProps } from '../vessel-props.ts';

/** A thick-walled perfume flacon with a block of a stopper. */
export function Flacon({ look, id }: VesselProps) {
  const plate = mix(look.color, '#fbf6ec', 0.84);
  return (
    <g>
      <defs>
        <linearGradient id={`${id}juice`} x1="0" y1="0" x2="0.6" y2="1">
          <Stops
            of={[
              [0, tone(look.color, 0.5)],
              [0.5, look.color],
              [1, tone(look.color, -0.22)],
            ]}
          />
        </linearGradient>
        <GlassWall id={`${id}glass`} tint={tone(look.color, -0.5)} />
        <Metal id={`${id}cap`} color={look.cap} />
        <Metal id={`${id}collar`} color={mix(look.accent, '#e3cfa4', 0.55)} />
        <FromAbove id={`${id}above`} light={0.24} dark={0.3} />
      </defs>
      <GroundShadow id={`${id}ground`} cx={160} rx={100} />
      <rect x={62} y={170} width={196} height={222} rx={24} fill="#fffdf8" opacity={0.66} />
      <path
        d="M84 206 H236 V346 Q236 358 224 358 H96 Q84 358 84 346 Z"
        fill={`url(#${id}juice)`}
        opacity={look.finish === 'sheer' ? 0.55 : 0.85}
      />
      <rect
        x={84}
        y={202}
        width={152}
        height={8}
        rx={4}
        fill={tone(look.color, 0.6)}
        opacity={0.85}
      />
      {look.finish === 'shimmer' && (
        <Pearls x={90} y={214} width={140} height={140} color={look.color} />
      )}
      <rect x={157.6} y={170} width={4.8} height={182} fill="#ffffff" opacity={0.4} />
      <rect x={62} y={170} width={196} height={222} rx={24} fill={`url(#${id}glass)`} />
      <path
        d="M66 368 Q160 376 254 368 V376 Q250 391 234 391 H86 Q70 391 66 376 Z"
        fill={tone(look.color, -0.3)}
        opacity={0.2}
      />
      <path
        d="M86 358 L68 386 M234 358 L252 386 M86 204 L70 178 M234 204 L250 178"
        stroke="#ffffff"
        strokeWidth={1.6}
        opacity={0.7}
      />
      <rect
        x={62.6}
        y={170.6}
        width={194.8}
        height={220.8}
        rx={23.4}
        fill="none"
        stroke={tone(look.color, -0.6)}
        strokeOpacity={0.35}
        strokeWidth={1.2}
      />
      <rect x={70} y={190} width={8} height={176} rx={4} fill="#ffffff" opacity={0.8} />
      <path d="M98 214 L128 214 L98 292 Z" fill="#ffffff" opacity={0.2} />
      <rect x={243} y={200} width={3.6} height={150} rx={1.8} fill="#ffffff" opacity={0.5} />
      <rect x={108} y={250} width={104} height={64} rx={2} fill={plate} />
      <rect
        x={111}
        y={253}
        width={98}
        height={58}
        rx={1}
        fill="none"
        stroke={tone(look.color, -0.5)}
        strokeOpacity={0.4}
      />
      <BrandMark brand={look.brand} x={160} y={284} width={86} size={17} surface={plate} />
      <rect x={130} y={140} width={60} height={32} rx={3} fill={`url(#${id}collar)`} />
      <rect x={130} y={162} width={60} height={1.2} fill="#1a0f08" opacity={0.35} />
      <rect x={106} y={40} width={108} height={102} rx={9} fill={`url(#${id}cap)`} />
      <rect x={106} y={40} width={108} height={102} rx={9} fill={`url(#${id}above)`} />
      <path
        d="M112 44 H208"
        stroke="#ffffff"
        strokeWidth={2}
        opacity={0.55}
        strokeLinecap="round"
      />
      <Engraving text={look.engraving} x={160} y={92} room={94} maxSize={34} surface={look.cap} />
    </g>
  );
}
