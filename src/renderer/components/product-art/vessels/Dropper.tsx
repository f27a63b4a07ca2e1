import { mix, tone } from '../../../lib/color.ts';
import { Engraving, PaperLabel } from '../lettering.tsx';
import { GlassWall, GroundShadow, Metal, Pearls, Round, Stops } from '../paint.tsx';
import type { VesselProps } from '../vessel-props.ts';

const outline =
  'M134 148 V164 C134 188 82 186 82 232 V372 Q82 392 102 392 H218 Q238 392 238 372 V232 C238 186 186 188 186 164 V148 Z';
const inside = 'M90 234 H230 V366 Q230 380 216 380 H104 Q90 380 90 366 Z';

/** An apothecary's bottle with a pipette: serums and oils. */
export function Dropper({ look, id }: VesselProps) {
  const rubber = mix(look.accent, '#2a2420', 0.25);
  return (
    <g>
      <defs>
        <Round
          id={`${id}fill`}
          color={look.color}
          finish={look.finish === 'matte' ? 'satin' : look.finish}
        />
        <GlassWall id={`${id}glass`} tint={tone(look.color, -0.55)} />
        <Metal id={`${id}cap`} color={look.cap} />
        <Round id={`${id}rubber`} color={rubber} finish="matte" />
        <linearGradient id={`${id}bend`} x1="0" y1="0" x2="1" y2="0">
          <Stops
            of={[
              [0, '#4a3826', 0.42],
              [0.12, '#4a3826', 0.08],
              [0.26, '#ffffff', 0.3],
              [0.4, '#ffffff', 0],
              [0.78, '#4a3826', 0.1],
              [1, '#4a3826', 0.46],
            ]}
          />
        </linearGradient>
      </defs>
      <GroundShadow id={`${id}ground`} cx={160} rx={82} />
      <path d={outline} fill="#fffdf8" opacity={0.5} />
      <path d={inside} fill={`url(#${id}fill)`} opacity={look.finish === 'sheer' ? 0.6 : 0.88} />
      <ellipse cx={160} cy={234} rx={70} ry={5} fill={tone(look.color, 0.4)} opacity={0.8} />
      {look.finish === 'shimmer' && (
        <Pearls x={94} y={240} width={132} height={134} color={look.color} />
      )}
      <path
        d="M153 150 H167 V340 Q167 352 160 360 Q153 352 153 340 Z"
        fill="#ffffff"
        opacity={0.34}
      />
      <path
        d="M155.5 244 H164.5 V340 Q164.5 349 160 355 Q155.5 349 155.5 340 Z"
        fill={tone(look.color, -0.18)}
        opacity={0.55}
      />
      <path d={outline} fill={`url(#${id}glass)`} />
      <path
        d={outline}
        fill="none"
        stroke={tone(look.color, -0.6)}
        strokeOpacity={0.4}
        strokeWidth={1.2}
      />
      <path d="M91 244 V366" stroke="#ffffff" strokeWidth={6} strokeLinecap="round" opacity={0.7} />
      <path
        d="M138 176 C132 196 100 196 93 224"
        stroke="#ffffff"
        strokeWidth={4}
        strokeLinecap="round"
        fill="none"
        opacity={0.75}
      />
      <path
        d="M229 246 V360"
        stroke="#ffffff"
        strokeWidth={2.4}
        strokeLinecap="round"
        opacity={0.4}
      />
      <PaperLabel
        x={82.6}
        y={272}
        width={154.8}
        height={80}
        brand={look.brand}
        accent={look.accent}
        bend={`${id}bend`}
      />
      <path d="M140 108 V66 C140 34 180 34 180 66 V108 Z" fill={`url(#${id}rubber)`} />
      <path
        d="M148 100 V66 C148 52 156 46 160 46"
        stroke="#ffffff"
        strokeWidth={3}
        fill="none"
        strokeLinecap="round"
        opacity={0.28}
      />
      <rect x={124} y={104} width={72} height={48} rx={5} fill={`url(#${id}cap)`} />
      <rect x={124} y={106} width={72} height={1.4} fill="#ffffff" opacity={0.5} />
      <rect x={124} y={146} width={72} height={1.2} fill="#1a0f08" opacity={0.35} />
      <Engraving text={look.engraving} x={160} y={127} room={62} maxSize={18} surface={look.cap} />
    </g>
  );
}
