/** Two drops that blend into one. */
export function Logo({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 48 48" className={className} aria-hidden="true">
      <path d="M19 5 C26 16 31 22 31 30 A12 12 0 0 1 7 30 C7 22 12 16 19 5 Z" fill="#17483b" />
      <path
        d="M31 15 C36 23 41 28 41 34 A10 10 0 0 1 21 34 C21 28 26 23 31 15 Z"
        fill="#b9714f"
        opacity="0.92"
      />
      <path
        d="M31 24.5 C31 25 31 29 31 30 A12 12 0 0 1 24 41 A10 10 0 0 1 21 34 C21 30 23.6 26.6 26.6 22.2 L28.3 19.4 C30 22.6 31 24 31 24.5 Z"
        fill="#5d2b20"
      />
    </svg>
  );
}
