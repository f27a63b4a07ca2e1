import { tone } from '../../../lib/color.ts';
import { Engraving, PaperLabel } from '../lettering.tsx';
import { FromAbove, GlassWall, GroundShadow, Metal, Pearls, Round, Stops } from '../paint.tsx';
import type { VesselProps } from '../vessel-props.ts';

/** A low glass jar with a lid: creams, masks, butters. */
export function Jar({ look, id }: VesselProps) {
  return (
    <g>
      <defs>
        <Round id={`${id}fill`} color={look.color} finish={look.finish} />
        <GlassWall id={`${id}glass`} />
        <Metal id={`${id}lid`} color={look.cap} />
        <FromAbove id={`${id}above`} light={0.2} dark={0.2} />
        <linearGradient id={`${id}bend`} x1="0" y1="0" x2="1" y2="0">
          <Stops
            of={[
              [0, '#4a3826', 0.36],
              [0.14, '#4a3826', 0.06],
              [0.26, '#ffffff', 0.3],
              [0.4, '#ffffff', 0],
              [0.8, '#4a3826', 0.1],
              [1, '#4a3826', 0.4],
            ]}
          />
        </linearGradient>
      </defs>
      <GroundShadow id={`${id}ground`} cx={160} rx={112} />
      <path
        d="M46 236 H274 V350 Q274 392 232 392 H88 Q46 392 46 350 Z"
        fill="#fffdf8"
        opacity={0.6}
      />
      <path
        d="M62 236 H258 V344 Q258 374 228 374 H92 Q62 374 62 344 Z"
        fill={`url(#${id}fill)`}
        opacity={look.finish === 'sheer' ? 0.75 : 1}
      />
      {look.finish === 'shimmer' && (
        <Pearls x={68} y={242} width={184} height={126} color={look.color} />
      )}
      <path d="M46 236 H274 V350 Q274 392 232 392 H88 Q46 392 46 350 Z" fill={`url(#${id}glass)`} />
      <path
        d="M58 366 Q160 386 262 366 Q252 390 230 390 H90 Q68 390 58 366 Z"
        fill={tone(look.color, 0.5)}
        opacity={0.4}
      />
      <path
        d="M46.6 236 V350 Q46.6 391.4 88 391.4 H232 Q273.4 391.4 273.4 350 V236"
        fill="none"
        stroke="#4b4036"
        strokeOpacity={0.36}
        strokeWidth={1.2}
      />
      <path
        d="M56 250 V348 Q56 364 64 374"
        stroke="#ffffff"
        strokeWidth={6}
        fill="none"
        strokeLinecap="round"
        opacity={0.75}
      />
      <PaperLabel
        x={84}
        y={268}
        width={152}
        height={78}
        brand={look.brand}
        accent={look.accent}
        bend={`${id}bend`}
      />
      <path
        d="M42 176 Q42 162 56 162 H264 Q278 162 278 176 V232 Q278 242 268 242 H52 Q42 242 42 232 Z"
        fill={`url(#${id}lid)`}
      />
      <path
        d="M42 176 Q42 162 56 162 H264 Q278 162 278 176 V232 Q278 242 268 242 H52 Q42 242 42 232 Z"
        fill={`url(#${id}above)`}
      />
      <path d="M50 166 H270" stroke="#ffffff" strokeWidth={2} opacity={0.5} strokeLinecap="round" />
      <rect x={42} y={234} width={236} height={1.4} fill="#1a0f08" opacity={0.3} />
      <Engraving text={look.engraving} x={160} y={203} room={200} maxSize={32} surface={look.cap} />
    </g>
  );
}
