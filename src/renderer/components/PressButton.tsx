import type { ComponentProps } from 'react';
import { Button } from 'react-aria-components';
import { afterPaint } from '../lib/after-paint.ts';

/** A button that shows at once that it was pressed, and does what it does right after that is on the display. */
export function PressButton({ onPress, ...props }: ComponentProps<typeof Button>) {
  return (
    <Button
      {...props}
      {...(onPress !== undefined && { onPress: (event) => afterPaint(() => onPress(event)) })}
    />
  );
}
