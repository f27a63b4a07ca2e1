import type { PaymentStage } from '#shared/contract/ipc/checkout.ts';

const ground = '#2a180c';

/** The card terminal; its small screen shows how far the payment is. */
export function TerminalDrawing({
  className,
  stage,
}: {
  readonly className?: string;
  readonly stage?: PaymentStage | null;
}) {
  const done = stage === 'approved';
  const lost = stage === 'unsettled';
  const stopped = stage === 'declined' || stage === 'cancelled' || stage === 'timeout';
  return (
    <svg data-drawing="terminal" viewBox="0 0 300 300" className={className} aria-hidden="true">
      <ellipse cx="160" cy="276" rx="110" ry="12" fill={ground} opacity="0.16" />
      <g className={stage === 'waitingForCard' ? 'card-approach' : ''}>
        <rect
          x="168"
          y="24"
          width="112"
          height="72"
          rx="9"
          fill="#17483b"
          transform="rotate(14 224 60)"
        />
        <rect x="168" y="40" width="112" height="13" fill="#0e3027" transform="rotate(14 224 60)" />
        <rect
          x="182"
          y="66"
          width="24"
          height="17"
          rx="3"
          fill="#e3cfa4"
          transform="rotate(14 224 60)"
        />
      </g>
      <rect x="64" y="70" width="140" height="206" rx="20" fill="#2a231e" />
      <rect x="67" y="72" width="134" height="200" rx="18" fill="#3a312a" />
      <rect x="80" y="88" width="108" height="70" rx="8" fill="#f7f2ea" />
      {done && (
        <path
          d="M112 124 l16 16 l30 -32"
          stroke="#17483b"
          strokeWidth="8"
          fill="none"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
      {stopped && <rect x="112" y="119" width="44" height="8" rx="4" fill="#7b1b19" />}
      {lost && (
        <text x="134" y="142" textAnchor="middle" fontSize="52" fontWeight="600" fill="#643a00">
          ?
        </text>
      )}
      {!done && !stopped && !lost && (
        <g fill="none" stroke="#1f1814" strokeWidth="5" strokeLinecap="round">
          <path d="M120 112 q7 11 0 22" />
          <path d="M132 106 q11 17 0 34" />
          <path d="M144 100 q15 23 0 46" />
        </g>
      )}
      {[0, 1, 2, 3].map((row) =>
        [0, 1, 2].map((column) => (
          <rect
            key={`${row}-${column}`}
            x={82 + column * 37}
            y={172 + row * 23}
            width="30"
            height="16"
            rx="5"
            fill={
              row === 3 && column === 2
                ? '#2f6b57'
                : row === 3 && column === 0
                  ? '#8d4a40'
                  : '#5a4f46'
            }
          />
        )),
      )}
    </svg>
  );
}

export function CoinsDrawing({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 300 300" className={className} aria-hidden="true">
      <ellipse cx="154" cy="276" rx="122" ry="12" fill={ground} opacity="0.16" />
      <g transform="rotate(-7 150 130)">
        <rect x="40" y="72" width="216" height="112" rx="8" fill="#b9cbb9" />
        <rect
          x="52"
          y="84"
          width="192"
          height="88"
          rx="4"
          fill="none"
          stroke="#4f7360"
          strokeWidth="2.5"
        />
        <circle cx="148" cy="128" r="27" fill="#dbe6d9" stroke="#4f7360" strokeWidth="2.5" />
        <path
          d="M160 118 a14 14 0 1 0 0 20 M136 124 h15 M136 132 h13"
          stroke="#27483a"
          strokeWidth="3.4"
          fill="none"
          strokeLinecap="round"
        />
      </g>
      {[0, 1, 2, 3].map((index) => (
        <g key={index} transform={`translate(${index === 2 ? 4 : 0} ${-index * 15})`}>
          <path d="M62 246 v15 a52 17 0 0 0 104 0 v-15 Z" fill="#a57c3f" />
          <ellipse cx="114" cy="246" rx="52" ry="17" fill="#d6b06c" />
          <ellipse cx="114" cy="246" rx="41" ry="12" fill="none" stroke="#a57c3f" strokeWidth="2" />
        </g>
      ))}
      {[0, 1].map((index) => (
        <g key={index} transform={`translate(0 ${-index * 13})`}>
          <path d="M182 252 v12 a42 13 0 0 0 84 0 v-12 Z" fill="#8f8a83" />
          <ellipse cx="224" cy="252" rx="42" ry="13" fill="#d2cdc4" />
          <ellipse cx="224" cy="252" rx="32" ry="9" fill="none" stroke="#8f8a83" strokeWidth="2" />
        </g>
      ))}
    </svg>
  );
}
