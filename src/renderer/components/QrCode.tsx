import { useMemo } from 'react';
import { encode } from 'uqr';

export function QrCode({
  data,
  className,
}: {
  readonly data: string;
  readonly className?: string;
}) {
  const code = useMemo(() => encode(data, { ecc: 'M', border: 2 }), [data]);
  const path = code.data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      viewBox={`0 0 ${code.size} ${code.size}`}
      className={className}
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      <path d={path} fill="#1f1814" />
    </svg>
  );
}
