import { mix, tone } from '../../../lib/color.ts';
import { Engraving } from '../lettering.tsx';
import { GroundShadow, Metal, Pearls, Stops } from '../paint.tsx';
import type { VesselProps } from '../vessel-props.ts';

/** An open palette of six pans around one color. */
export function Palette({ look, id }: VesselProps) {
  const pans = [
    tone(look.color, 0.5),
    tone(look.color, 0.22),
    look.color,
    mix(look.color, look.accent, 0.4),
    tone(look.color, -0.28),
    mix(tone(look.color, -0.45), look.accent, 0.35),
  ];
  return (
    <g>
      <defs>
        <Metal id={`${id}case`} color={look.cap} />
        <linearGradient id={`${id}mirror`} x1="0" y1="0" x2="1" y2="1">
          <Stops
            of={[
              [0, '#f7f4ee'],
              [0.34, '#d3d2cd'],
              [0.46, '#fbfaf7'],
              [0.6, '#c3c3bf'],
              [1, '#e6e3dc'],
            ]}
          />
        </linearGradient>
        <linearGradient id={`${id}pan`} x1="0" y1="0" x2="0.7" y2="1">
          <Stops
            of={[
              [0, '#ffffff', look.finish === 'matte' ? 0.12 : 0.4],
              [0.5, '#ffffff', 0],
              [1, '#1a0f08', 0.26],
            ]}
          />
        </linearGradient>
      </defs>
      <GroundShadow id={`${id}ground`} cx={160} rx={138} />
      <path d="M44 62 Q45 50 57 50 H263 Q275 50 276 62 L286 222 H34 Z" fill={`url(#${id}case)`} />
      <path d="M58 68 Q59 63 64 63 H256 Q261 63 262 68 L270 210 H50 Z" fill={`url(#${id}mirror)`} />
      <path d="M72 92 L122 78 L78 164 Z" fill="#ffffff" opacity={0.55} />
      <Engraving text={look.engraving} x={160} y={150} room={160} maxSize={28} surface="#d9d6cf" />
      <rect x={34} y={218} width={252} height={12} fill={tone(look.cap, -0.4)} />
      <path d="M32 228 H288 L308 366 H12 Z" fill={`url(#${id}case)`} />
      <path d="M32 228 H288 L308 366 H12 Z" fill="#ffffff" opacity={0.08} />
      <path
        d="M12 366 H308 V378 Q308 392 294 392 H26 Q12 392 12 378 Z"
        fill={tone(look.cap, -0.22)}
      />
      <path d="M12 366 H308" stroke="#ffffff" strokeOpacity={0.35} strokeWidth={1.4} />
      {pans.map((color, index) => {
        const row = Math.floor(index / 3);
        const width = row === 0 ? 72 : 78;
        const gap = row === 0 ? 11 : 13;
        const x = 160 - (width * 3 + gap * 2) / 2 + (index % 3) * (width + gap);
        const y = row === 0 ? 238 : 302;
        const height = row === 0 ? 52 : 54;
        return (
          <g key={`${x}-${y}`}>
            <rect
              x={x - 1.5}
              y={y - 1.5}
              width={width + 3}
              height={height + 3}
              rx={9}
              fill="#1a0f08"
              opacity={0.4}
            />
            <rect x={x} y={y} width={width} height={height} rx={8} fill={color} />
            {look.finish === 'shimmer' && index % 2 === 0 && (
              <Pearls x={x + 4} y={y + 4} width={width - 8} height={height - 8} color={color} />
            )}
            <rect x={x} y={y} width={width} height={height} rx={8} fill={`url(#${id}pan)`} />
          </g>
        );
      })}
    </g>
  );
}
